package java.tapedeck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * How much of a lock, latch or semaphore is held.
 *
 * <p>Who is told that something was given back may rely on all that was done before, without having taken
 * it himself. Giving back has no place in the order; so a replay waits until it has happened. It will: the
 * question is one with its place in the order, so who had taken it by then has taken it here too, and those
 * who came later wait. Permits that a subclass of a semaphore takes away have no place; so nobody is waited for
 * who cannot move.
 */
final class Held {

  private Held() {}

  /** How often it is held, by writers or by readers; of a semaphore, less than none: the permits that are left. */
  static long ask(Object lock, boolean byReaders) {
    Orderer orderer = Order.orderer;
    Object subject = subject(lock);
    orderer.meet(subject);
    try {
      long known = orderer.before(subject, 0);
      if (known == Orderer.GO) {
        long held = count(lock, byReaders);
        orderer.learned(subject, 0, held);
        return held;
      }
      int idle = 0;
      for (int times = 0; count(lock, byReaders) > known && idle < Orderer.IDLE; times++) {
        idle = orderer.settle(times) ? 0 : idle + 1;
      }
      return known;
    } finally {
      orderer.end();
    }
  }

  private static Object subject(Object lock) {
    Object synchronizer = null;
    if (lock instanceof ReentrantLock known) {
      synchronizer = Synchronizers.of(known);
    } else if (lock instanceof ReentrantReadWriteLock known) {
      synchronizer = Synchronizers.of(known.writeLock());
    }
    return synchronizer == null ? lock : synchronizer;
  }

  private static long count(Object lock, boolean byReaders) {
    if (lock instanceof ReentrantLock known) {
      return known.isLocked() ? 1 : 0;
    }
    if (lock instanceof ReentrantReadWriteLock known) {
      return byReaders ? known.getReadLockCount() : known.isWriteLocked() ? 1 : 0;
    }
    if (lock instanceof StampedLock known) {
      return byReaders ? known.getReadLockCount() : known.isWriteLocked() ? 1 : 0;
    }
    return lock instanceof CountDownLatch latch
        ? latch.getCount()
        : -(long) ((Semaphore) lock).availablePermits();
  }
}
