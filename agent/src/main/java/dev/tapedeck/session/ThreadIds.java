package dev.tapedeck.session;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** The counter from which the JVM takes the ids of threads. */
final class ThreadIds {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** No recording gets as far. */
  private static final long BEYOND = 1L << 40;

  private ThreadIds() {}

  /** Keeps threads whose ids are not on the tape from getting one that is. */
  static void goBeyondRecorded() throws ReflectiveOperationException {
    if (Runtime.version().feature() < 19) {
      Field counter = Thread.class.getDeclaredField("threadSeqNumber");
      UNSAFE.putLong(UNSAFE.staticFieldBase(counter), UNSAFE.staticFieldOffset(counter), BEYOND);
    } else {
      Class<?> owner = Class.forName("java.lang.Thread$ThreadIdentifiers");
      Field address = owner.getDeclaredField("NEXT_TID_OFFSET");
      UNSAFE.putLong(
          null,
          UNSAFE.getLong(UNSAFE.staticFieldBase(address), UNSAFE.staticFieldOffset(address)),
          BEYOND);
    }
  }
}
