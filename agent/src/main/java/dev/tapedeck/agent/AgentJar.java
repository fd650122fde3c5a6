package dev.tapedeck.agent;

import java.net.URL;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The jar that the JVM has put behind the program's class path, because an agent is in it
 * ({@code java.lang.instrument}). A program that goes through all resources of a name would come to it.
 */
final class AgentJar {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String LOADER = "jdk.internal.loader.BuiltinClassLoader";
  private static final String PART = "jdk.internal.loader.URLClassPath$Loader";

  private AgentJar() {}

  /** Takes it from the class path again: all that is needed of it has been read. */
  static void leaveClassPath() {
    Class<?> loader = above(ClassLoader.getSystemClassLoader().getClass(), LOADER);
    CodeSource source =
        AgentJar.class.getClassLoader().getClass().getProtectionDomain().getCodeSource();
    if (loader == null || source == null) {
      return; // a program's own system loader has it in a way of its own
    }
    try {
      Object path = get(ClassLoader.getSystemClassLoader(), loader, "ucp");
      if (path != null) {
        synchronized (path) {
          leave(path, source.getLocation().getFile());
        }
      }
    } catch (InternalError otherJdk) {
      // there it can be seen, as any agent can
    }
  }

  private static void leave(Object path, String jar) {
    if (get(path, path.getClass(), "path") instanceof List<?> urls) {
      for (Iterator<?> each = urls.iterator(); each.hasNext(); ) {
        if (each.next() instanceof URL url && url.getFile().equals(jar)) {
          each.remove();
        }
      }
    }
    if (get(path, path.getClass(), "loaders") instanceof List<?> parts) {
      String file = "file:".concat(jar).concat("!/");
      for (Iterator<?> each = parts.iterator(); each.hasNext(); ) {
        if (isOf(each.next(), file)) {
          each.remove();
        }
      }
    }
  }

  private static boolean isOf(Object part, String file) {
    Class<?> type = above(part.getClass(), PART);
    return type != null
        && get(part, type, "base") instanceof URL base
        && base.getFile().equals(file);
  }

  private static @Nullable Class<?> above(Class<?> type, String name) {
    Class<?> at = type;
    while (at != null && !at.getName().equals(name)) {
      at = at.getSuperclass();
    }
    return at;
  }

  private static @Nullable Object get(Object object, Class<?> declaring, String field) {
    return UNSAFE.getReference(object, UNSAFE.objectFieldOffset(declaring, field));
  }
}
