package java.tapedeck;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Replacements for calls that ask a lock who has it, and who waits for it. */
public final class LockQuestions {

  private LockQuestions() {}

  /** {@link ReentrantLock#hasQueuedThreads}. */
  public static boolean hasQueuedThreads(ReentrantLock lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasQueuedThreads());
  }

  /** {@link ReentrantLock#hasQueuedThread}. */
  public static boolean hasQueuedThread(ReentrantLock lock, Thread thread) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasQueuedThread(thread));
  }

  /** {@link ReentrantLock#getQueueLength}. */
  public static int getQueueLength(ReentrantLock lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? (int) known : told(orderer, lock, lock.getQueueLength());
  }

  /** {@link ReentrantLock#hasWaiters}. */
  public static boolean hasWaiters(ReentrantLock lock, Condition condition) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasWaiters(condition));
  }

  /** {@link ReentrantLock#getWaitQueueLength}. */
  public static int getWaitQueueLength(ReentrantLock lock, Condition condition) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO
        ? (int) known
        : told(orderer, lock, lock.getWaitQueueLength(condition));
  }

  /** {@link ReentrantReadWriteLock#hasQueuedThreads}. */
  public static boolean hasQueuedThreads(ReentrantReadWriteLock lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasQueuedThreads());
  }

  /** {@link ReentrantReadWriteLock#hasQueuedThread}. */
  public static boolean hasQueuedThread(ReentrantReadWriteLock lock, Thread thread) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasQueuedThread(thread));
  }

  /** {@link ReentrantReadWriteLock#getQueueLength}. */
  public static int getQueueLength(ReentrantReadWriteLock lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? (int) known : told(orderer, lock, lock.getQueueLength());
  }

  /** {@link ReentrantReadWriteLock#hasWaiters}. */
  public static boolean hasWaiters(ReentrantReadWriteLock lock, Condition condition) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasWaiters(condition));
  }

  /** {@link ReentrantReadWriteLock#getWaitQueueLength}. */
  public static int getWaitQueueLength(ReentrantReadWriteLock lock, Condition condition) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO
        ? (int) known
        : told(orderer, lock, lock.getWaitQueueLength(condition));
  }

  /** {@link ReentrantLock#isLocked}. */
  public static boolean isLocked(ReentrantLock lock) {
    return Held.ask(lock, false) > 0;
  }

  /** {@link ReentrantReadWriteLock#isWriteLocked}. */
  public static boolean isWriteLocked(ReentrantReadWriteLock lock) {
    return Held.ask(lock, false) > 0;
  }

  /** {@link ReentrantReadWriteLock#getReadLockCount}. */
  public static int getReadLockCount(ReentrantReadWriteLock lock) {
    return (int) Held.ask(lock, true);
  }

  /** {@link StampedLock#isWriteLocked}. */
  public static boolean isWriteLocked(StampedLock lock) {
    return Held.ask(lock, false) > 0;
  }

  /** {@link StampedLock#getReadLockCount}. */
  public static int getReadLockCount(StampedLock lock) {
    return (int) Held.ask(lock, true);
  }

  /** {@link StampedLock#isReadLocked}. */
  public static boolean isReadLocked(StampedLock lock) {
    return Held.ask(lock, true) > 0;
  }

  /** {@link Semaphore#hasQueuedThreads}. */
  public static boolean hasQueuedThreads(Semaphore lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? known != 0 : told(orderer, lock, lock.hasQueuedThreads());
  }

  /** {@link Semaphore#getQueueLength}. */
  public static int getQueueLength(Semaphore lock) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(lock, 0);
    return known != Orderer.GO ? (int) known : told(orderer, lock, lock.getQueueLength());
  }

  private static boolean told(Orderer orderer, Object lock, boolean answer) {
    orderer.learned(lock, 0, answer ? 1 : 0);
    return answer;
  }

  private static int told(Orderer orderer, Object lock, int answer) {
    orderer.learned(lock, 0, answer);
    return answer;
  }
}
