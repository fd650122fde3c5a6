package java.tapedeck;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/** Replacements for calls of {@link Lock}. Giving a lock back needs no place in the order, as a rule. */
public final class Locks {

  private Locks() {}

  /** {@link Lock#lock}. */
  public static void lock(Lock lock) {
    Orderer orderer = Order.orderer;
    Object subject = orderer.keeps() ? subject(lock, "lock") : null;
    if (subject == null) {
      lock.lock();
      return;
    }
    orderer.before(subject, 0);
    noteIfTaken(orderer, subject, lock);
    lock.lock();
    orderer.taken(subject, 0);
  }

  /** {@link Lock#lockInterruptibly}. */
  public static void lockInterruptibly(Lock lock) throws InterruptedException {
    Orderer orderer = Order.orderer;
    Object subject = orderer.keeps() ? subject(lock, "lockInterruptibly") : null;
    if (subject == null) {
      lock.lockInterruptibly();
      return;
    }
    orderer.before(subject, 0);
    if (orderer.insists()) {
      lock.lock();
    } else {
      noteIfTaken(orderer, subject, lock);
      try {
        lock.lockInterruptibly();
      } catch (InterruptedException thrown) {
        orderer.failed(subject, 0, thrown);
        throw thrown;
      }
    }
    orderer.taken(subject, 0);
  }

  /** {@link Lock#tryLock()}. */
  public static boolean tryLock(Lock lock) {
    Orderer orderer = Order.orderer;
    Object subject = orderer.keeps() ? subject(lock, "tryLock") : null;
    if (subject == null) {
      return lock.tryLock();
    }
    if (orderer.before(subject, 0) != Orderer.GO) {
      return false;
    }
    if (orderer.insists()) {
      lock.lock();
    } else if (!lock.tryLock()) {
      orderer.learned(subject, 0, 0);
      return false;
    }
    orderer.taken(subject, 0);
    return true;
  }

  /** {@link Lock#tryLock(long, TimeUnit)}. */
  public static boolean tryLock(Lock lock, long time, TimeUnit unit) throws InterruptedException {
    Orderer orderer = Order.orderer;
    Object subject = orderer.keeps() ? subject(lock, "tryLock") : null;
    if (subject == null) {
      return lock.tryLock(time, unit);
    }
    if (orderer.before(subject, 0) != Orderer.GO) {
      return false;
    }
    if (orderer.insists()) {
      lock.lock();
    } else {
      try {
        if (!lock.tryLock(time, unit)) {
          orderer.learned(subject, 0, 0);
          return false;
        }
      } catch (InterruptedException thrown) {
        orderer.failed(subject, 0, thrown);
        throw thrown;
      }
    }
    orderer.taken(subject, 0);
    return true;
  }

  /** {@link Lock#unlock}, which matters to who reads in hope; see {@link StampedLocks}. */
  public static void unlock(Lock lock) {
    Orderer orderer = Order.orderer;
    StampedLock stamped = orderer.keeps() && lock != null ? Synchronizers.stamped(lock) : null;
    if (stamped != null) {
      StampedLocks.gives(stamped);
    }
    lock.unlock();
  }

  /** What lanes meet at; null where the program has a method of its own for that. */
  private static @Nullable Object subject(Lock lock, String name) {
    return lock == null || Overrides.has(lock, name) ? null : Synchronizers.of(lock);
  }

  static void noteIfTaken(Orderer orderer, Object subject, Lock lock) {
    boolean isMine = lock instanceof ReentrantLock known && known.isHeldByCurrentThread();
    if (!isMine && Synchronizers.isTaken(subject)) {
      orderer.blocked(subject, 0);
    }
  }
}
