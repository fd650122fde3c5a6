package dev.tapedeck.session;

import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import jdk.internal.misc.Unsafe;

/** Who waits for a lock that another thread has, as far as that can be seen from outside. */
final class LockWait {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long OWNER =
      UNSAFE.objectFieldOffset(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread");

  private LockWait() {}

  /** Whether the thread waits for a lock of the other's; of a monitor nobody says whose it is. */
  static boolean isFor(Thread other, Thread waiting) {
    if (waiting.getState() == Thread.State.BLOCKED) {
      StackTraceElement[] frames = waiting.getStackTrace();
      return frames.length > 0 && !Failures.isOurs(frames[0]);
    }
    return LockSupport.getBlocker(waiting) instanceof AbstractOwnableSynchronizer lock
        && UNSAFE.getReference(lock, OWNER) == other;
  }
}
