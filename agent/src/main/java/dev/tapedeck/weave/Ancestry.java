package dev.tapedeck.weave;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Follows superclasses in class files, without loading a class. */
final class Ancestry {

  private static final String THREAD = "java/lang/Thread";
  private static final int FAR = 64;

  private final ClassLoader loader;
  private final String self;
  private final @Nullable String parent;

  /** Starts from the class that is being woven, whose file is at hand. */
  Ancestry(ClassLoader loader, String self, @Nullable String parent) {
    this.loader = loader;
    this.self = self;
    this.parent = parent;
  }

  boolean isThread(String name) {
    String ancestor = name;
    for (int i = 0; i < FAR && ancestor != null; i++) {
      if (ancestor.equals(THREAD)) {
        return true;
      }
      ancestor = ancestor.equals(self) ? parent : parentOf(ancestor);
    }
    return false;
  }

  private @Nullable String parentOf(String name) {
    if (name.equals("java/lang/Object")) {
      return null;
    }
    try (InputStream file = loader.getResourceAsStream(name + ".class")) {
      return file == null ? null : new ConstantPool(file.readAllBytes()).parent();
    } catch (IOException | RuntimeException unreadable) {
      return null; // then the class cannot be loaded either
    }
  }
}
