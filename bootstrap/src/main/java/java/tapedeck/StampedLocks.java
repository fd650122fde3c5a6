package java.tapedeck;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;

/**
 * Replacements for calls of {@link StampedLock}.
 *
 * <p>Who reads in hope holds nothing, so it matters to him when a lock is given back, too. A stamp for
 * reading counts those who read; that of the only one goes without saying.
 */
@SuppressWarnings("ThreadPriorityCheck") // where it yields, it is known that the wait is short
public final class StampedLocks {

  private static final long READERS = 127;
  private static final long A_MOMENT_NS = 1000;

  private StampedLocks() {}

  /** {@link StampedLock#writeLock}. */
  public static long writeLock(StampedLock lock) {
    Orderer orderer = Order.orderer;
    orderer.before(lock, 0);
    noteIf(lock.isWriteLocked() || lock.isReadLocked(), orderer, lock);
    long stamp = lock.writeLock();
    orderer.taken(lock, 0);
    return stamp;
  }

  /** {@link StampedLock#writeLockInterruptibly}. */
  public static long writeLockInterruptibly(StampedLock lock) throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.insists()) {
      return writeLock(lock);
    }
    noteIf(lock.isWriteLocked() || lock.isReadLocked(), orderer, lock);
    long stamp;
    try {
      stamp = lock.writeLockInterruptibly();
    } catch (InterruptedException thrown) {
      orderer.failed(lock, 0, thrown);
      throw thrown;
    }
    orderer.taken(lock, 0);
    return stamp;
  }

  /** {@link StampedLock#tryWriteLock()}. */
  public static long tryWriteLock(StampedLock lock) {
    Orderer orderer = Order.orderer;
    if (orderer.before(lock, 0) != Orderer.GO) {
      return 0;
    }
    return got(orderer, lock, orderer.insists() ? lock.writeLock() : lock.tryWriteLock());
  }

  /** {@link StampedLock#tryWriteLock(long, TimeUnit)}. */
  public static long tryWriteLock(StampedLock lock, long time, TimeUnit unit)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.before(lock, 0) != Orderer.GO) {
      return 0;
    }
    try {
      return got(
          orderer, lock, orderer.insists() ? lock.writeLock() : lock.tryWriteLock(time, unit));
    } catch (InterruptedException thrown) {
      orderer.failed(lock, 0, thrown);
      throw thrown;
    }
  }

  /** {@link StampedLock#readLock}. */
  public static long readLock(StampedLock lock) {
    Orderer orderer = Order.orderer;
    orderer.before(lock, 0);
    noteIf(lock.isWriteLocked(), orderer, lock);
    long stamp = lock.readLock();
    orderer.taken(lock, 0);
    return reading(orderer, lock, stamp);
  }

  /** {@link StampedLock#readLockInterruptibly}. */
  public static long readLockInterruptibly(StampedLock lock) throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.insists()) {
      return readLock(lock);
    }
    noteIf(lock.isWriteLocked(), orderer, lock);
    long stamp;
    try {
      stamp = lock.readLockInterruptibly();
    } catch (InterruptedException thrown) {
      orderer.failed(lock, 0, thrown);
      throw thrown;
    }
    orderer.taken(lock, 0);
    return reading(orderer, lock, stamp);
  }

  /** {@link StampedLock#tryReadLock()}. */
  public static long tryReadLock(StampedLock lock) {
    Orderer orderer = Order.orderer;
    if (orderer.before(lock, 0) != Orderer.GO) {
      return 0;
    }
    long stamp = orderer.insists() ? lock.readLock() : lock.tryReadLock();
    return got(orderer, lock, stamp) == 0 ? 0 : reading(orderer, lock, stamp);
  }

  /** {@link StampedLock#tryReadLock(long, TimeUnit)}. */
  public static long tryReadLock(StampedLock lock, long time, TimeUnit unit)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.before(lock, 0) != Orderer.GO) {
      return 0;
    }
    long stamp;
    try {
      stamp = orderer.insists() ? lock.readLock() : lock.tryReadLock(time, unit);
    } catch (InterruptedException thrown) {
      orderer.failed(lock, 0, thrown);
      throw thrown;
    }
    return got(orderer, lock, stamp) == 0 ? 0 : reading(orderer, lock, stamp);
  }

  /** {@link StampedLock#tryOptimisticRead}. */
  public static long tryOptimisticRead(StampedLock lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    if (known != Orderer.GO) {
      return known;
    }
    long stamp = lock.tryOptimisticRead();
    orderer.learned(lock, 0, stamp);
    return stamp;
  }

  /** {@link StampedLock#validate}. Nobody must take the lock between the look at it and its place in the order. */
  public static boolean validate(StampedLock lock, long stamp) {
    Orderer orderer = Order.orderer;
    orderer.begin(lock);
    boolean valid = lock.validate(stamp);
    orderer.end();
    if (orderer.before(lock, 0) != Orderer.GO) {
      return false;
    }
    if (orderer.insists() || valid) {
      orderer.taken(lock, 0);
      return true;
    }
    orderer.learned(lock, 0, 0);
    return false;
  }

  /** {@link StampedLock#unlockWrite}. */
  public static void unlockWrite(StampedLock lock, long stamp) {
    gives(lock);
    lock.unlockWrite(stamp);
  }

  /** {@link StampedLock#unlock}. */
  public static void unlock(StampedLock lock, long stamp) {
    gives(lock);
    lock.unlock(stamp);
  }

  /** {@link StampedLock#tryUnlockWrite}. */
  public static boolean tryUnlockWrite(StampedLock lock) {
    gives(lock);
    return lock.tryUnlockWrite();
  }

  /** {@link StampedLock#tryConvertToWriteLock}. */
  public static long tryConvertToWriteLock(StampedLock lock, long stamp) {
    Orderer orderer = Order.orderer;
    if (orderer.before(lock, 0) != Orderer.GO) {
      return 0;
    }
    long other = lock.tryConvertToWriteLock(stamp);
    while (other == 0 && orderer.insists()) {
      LockSupport.parkNanos(A_MOMENT_NS); // whoever reads is about to give it back
      other = lock.tryConvertToWriteLock(stamp);
    }
    return got(orderer, lock, other);
  }

  /** {@link StampedLock#tryConvertToReadLock}. */
  public static long tryConvertToReadLock(StampedLock lock, long stamp) {
    Orderer orderer = Order.orderer;
    if (orderer.before(lock, 0) != Orderer.GO) {
      return 0;
    }
    long other = lock.tryConvertToReadLock(stamp);
    while (other == 0 && orderer.insists()) {
      LockSupport.parkNanos(A_MOMENT_NS);
      other = lock.tryConvertToReadLock(stamp);
    }
    return got(orderer, lock, other) == 0 ? 0 : reading(orderer, lock, other);
  }

  /** {@link StampedLock#tryConvertToOptimisticRead}. */
  public static long tryConvertToOptimisticRead(StampedLock lock, long stamp) {
    gives(lock);
    long other = lock.tryConvertToOptimisticRead(stamp);
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    if (known != Orderer.GO) {
      return known;
    }
    orderer.learned(lock, 0, other);
    return other;
  }

  /** The lock is about to be given back. */
  static void gives(StampedLock lock) {
    Orderer orderer = Order.orderer;
    orderer.before(lock, 0);
    orderer.taken(lock, 0);
  }

  private static long got(Orderer orderer, StampedLock lock, long stamp) {
    if (stamp == 0) {
      orderer.learned(lock, 0, 0);
    } else {
      orderer.taken(lock, 0);
    }
    return stamp;
  }

  /** The stamp that the program is told, when the lock has been taken for reading. */
  private static long reading(Orderer orderer, StampedLock lock, long stamp) {
    long alone = stamp & ~READERS | 1;
    long known = orderer.before(lock, 0);
    if (known != Orderer.GO) {
      return known;
    }
    if (stamp == alone || orderer.insists()) {
      orderer.taken(lock, 0);
      return alone;
    }
    orderer.learned(lock, 0, stamp);
    return stamp;
  }

  private static void noteIf(boolean isTaken, Orderer orderer, StampedLock lock) {
    if (isTaken) {
      orderer.blocked(lock, 0);
    }
  }
}
