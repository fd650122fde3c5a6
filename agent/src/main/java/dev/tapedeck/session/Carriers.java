package dev.tapedeck.session;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** The pool whose threads carry virtual ones: what it is handed is no task of the program. */
final class Carriers {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final @Nullable Field pool = field();

  boolean isOf(Object other) {
    return pool != null
        && UNSAFE.getReferenceVolatile(UNSAFE.staticFieldBase(pool), UNSAFE.staticFieldOffset(pool))
            == other;
  }

  private static @Nullable Field field() {
    try {
      return Class.forName("java.lang.VirtualThread", false, null)
          .getDeclaredField("DEFAULT_SCHEDULER");
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }
}
