package dev.tapedeck.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows superclasses in class files, without loading a class. */
final class Ancestry {

  private static final String THREAD = "java/lang/Thread";
  private static final String LOADER = "java/lang/ClassLoader";
  private static final String SYNCHRONIZER =
      "java/util/concurrent/locks/AbstractQueuedSynchronizer";
  private static final int FAR = 64;

  private final @Nullable ClassLoader loader;
  private final String self;
  private final @Nullable String parent;
  private final Map<String, @Nullable String> parents = new HashMap<>();

  /** Starts from the class that is being woven, whose file is at hand. */
  Ancestry(@Nullable ClassLoader loader, String self, @Nullable String parent) {
    this.loader = loader;
    this.self = self;
    this.parent = parent;
  }

  boolean isThread(String name) {
    return isA(THREAD, name);
  }

  boolean isLoader(String name) {
    return isA(LOADER, name);
  }

  /** Whether it is a subclass of the JDK's synchronizer, or that itself. */
  boolean isSynchronizer(String name) {
    return isA(SYNCHRONIZER, name);
  }

  /** Whether it is a subclass of a class, or that itself. */
  boolean isA(String sought, String name) {
    return above(name, sought::equals) != null;
  }

  /** The first that is sought of a class and its superclasses; null where none is. */
  @Nullable
  String above(String name, Predicate<String> isSought) {
    String ancestor = name;
    for (int i = 0; i < FAR && ancestor != null; i++) {
      if (isSought.test(ancestor)) {
        return ancestor;
      }
      ancestor = ancestor.equals(self) ? parent : parentOf(ancestor);
    }
    return null;
  }

  private @Nullable String parentOf(String name) {
    if (name.equals("java/lang/Object")) {
      return null;
    }
    if (!parents.containsKey(name)) {
      parents.put(name, read(name));
    }
    return parents.get(name);
  }

  private @Nullable String read(String name) {
    ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try (InputStream file = from.getResourceAsStream(name + ".class")) {
      return file == null ? null : new ConstantPool(file.readAllBytes()).parent();
    } catch (IOException | RuntimeException unreadable) {
      return null; // then the class cannot be loaded either
    }
  }
}
