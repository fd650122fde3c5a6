package java.tapedeck;

import java.lang.reflect.Field;
import java.net.URL;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * A table of the JDK's with a lock of its own that a thread comes to once for all others, whichever is the first to need
 * what the JDK keeps from then on: it has no place in the order of what the program does.
 */
final class JdkTables {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private JdkTables() {}

  /** The handlers of protocols, where the JDK looks for a file of its own; null where the JDK has no such table. */
  static @Nullable Object ofUrl() {
    UNSAFE.ensureClassInitialized(URL.class);
    try {
      Field table = URL.class.getDeclaredField("handlers");
      return UNSAFE.getReference(UNSAFE.staticFieldBase(table), UNSAFE.staticFieldOffset(table));
    } catch (NoSuchFieldException other) {
      return null;
    }
  }
}
