package java.tapedeck;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** What the JDK's locks, and their conditions, stand on: lanes meet there. */
final class Synchronizers {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long STATE = offset(AbstractQueuedSynchronizer.class, "state");
  private static final long OF_LOCK = offset(ReentrantLock.class, "sync");
  private static final long OF_READ = offset(ReentrantReadWriteLock.ReadLock.class, "sync");
  private static final long OF_WRITE = offset(ReentrantReadWriteLock.WriteLock.class, "sync");
  private static final long OF_CONDITION =
      offset(AbstractQueuedSynchronizer.ConditionObject.class, "this$0");

  private Synchronizers() {}

  /** That of a lock; null for a lock that is not the JDK's, or is none. */
  static @Nullable Object of(@Nullable Lock lock) {
    if (lock instanceof ReentrantLock) {
      return UNSAFE.getReference(lock, OF_LOCK);
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock) {
      return UNSAFE.getReference(lock, OF_WRITE);
    }
    if (lock instanceof ReentrantReadWriteLock.ReadLock) {
      return UNSAFE.getReference(lock, OF_READ);
    }
    return lock == null ? null : stamped(lock);
  }

  /** What a view of a lock with stamps shows; null for a lock that is no such view. */
  static @Nullable StampedLock stamped(Lock lock) {
    Class<?> type = lock.getClass();
    if (type.getEnclosingClass() != StampedLock.class) {
      return null;
    }
    return (StampedLock) UNSAFE.getReference(lock, offset(type, "this$0"));
  }

  /** That of a condition; null for one that is not the JDK's, or for none. */
  static @Nullable AbstractQueuedSynchronizer of(@Nullable Condition condition) {
    return condition instanceof AbstractQueuedSynchronizer.ConditionObject
        ? (AbstractQueuedSynchronizer) UNSAFE.getReference(condition, OF_CONDITION)
        : null;
  }

  /** Whether somebody holds it, or has some of it. */
  static boolean isTaken(Object subject) {
    return subject instanceof StampedLock lock
        ? lock.isWriteLocked() || lock.isReadLocked()
        : state(subject) != 0;
  }

  /** The state of a synchronizer: how often it is held, or how much of it is left. */
  static int state(Object synchronizer) {
    return UNSAFE.getIntVolatile(synchronizer, STATE);
  }

  static boolean compareAndSetState(Object synchronizer, int expected, int update) {
    return UNSAFE.compareAndSetInt(synchronizer, STATE, expected, update);
  }

  private static long offset(Class<?> owner, String field) {
    return UNSAFE.objectFieldOffset(owner, field);
  }
}
