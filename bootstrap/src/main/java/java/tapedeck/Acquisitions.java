package java.tapedeck;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * Replacements for calls of {@link AbstractQueuedSynchronizer} from its subclasses' code.
 *
 * <p>How often it tries before it waits hangs on who is faster, so what happens within has no place in
 * the order: the whole has.
 */
public final class Acquisitions {

  private static final long A_MOMENT_NS = 1000;

  private Acquisitions() {}

  /** {@link AbstractQueuedSynchronizer#acquire}. */
  public static void acquire(AbstractQueuedSynchronizer subject, int argument) {
    Orderer orderer = Order.orderer;
    orderer.before(subject, 0);
    noteIfTaken(orderer, subject);
    orderer.pause();
    try {
      subject.acquire(argument);
    } finally {
      orderer.resume();
    }
    orderer.taken(subject, 0);
  }

  /** {@link AbstractQueuedSynchronizer#acquireShared}. */
  public static void acquireShared(AbstractQueuedSynchronizer subject, int argument) {
    Orderer orderer = Order.orderer;
    orderer.before(subject, 0);
    noteIfTaken(orderer, subject);
    orderer.pause();
    try {
      subject.acquireShared(argument);
    } finally {
      orderer.resume();
    }
    orderer.taken(subject, 0);
  }

  /** {@link AbstractQueuedSynchronizer#acquireInterruptibly}. */
  public static void acquireInterruptibly(AbstractQueuedSynchronizer subject, int argument)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.insists()) {
      acquire(subject, argument);
      return;
    }
    noteIfTaken(orderer, subject);
    orderer.pause();
    try {
      subject.acquireInterruptibly(argument);
    } catch (InterruptedException thrown) {
      orderer.resume();
      orderer.failed(subject, 0, thrown);
      orderer.pause();
      throw thrown;
    } finally {
      orderer.resume();
    }
    orderer.taken(subject, 0);
  }

  /** {@link AbstractQueuedSynchronizer#acquireSharedInterruptibly}. */
  public static void acquireSharedInterruptibly(AbstractQueuedSynchronizer subject, int argument)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.insists()) {
      acquireShared(subject, argument);
      return;
    }
    noteIfTaken(orderer, subject);
    orderer.pause();
    try {
      subject.acquireSharedInterruptibly(argument);
    } catch (InterruptedException thrown) {
      orderer.resume();
      orderer.failed(subject, 0, thrown);
      orderer.pause();
      throw thrown;
    } finally {
      orderer.resume();
    }
    orderer.taken(subject, 0);
  }

  /** {@link AbstractQueuedSynchronizer#tryAcquireNanos}. */
  public static boolean tryAcquireNanos(
      AbstractQueuedSynchronizer subject, int argument, long nanos) throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.before(subject, 0) != Orderer.GO) {
      return false;
    }
    boolean got = true;
    orderer.pause();
    try {
      if (orderer.insists()) {
        subject.acquire(argument);
      } else {
        got = subject.tryAcquireNanos(argument, nanos);
      }
    } catch (InterruptedException thrown) {
      orderer.resume();
      orderer.failed(subject, 0, thrown);
      orderer.pause();
      throw thrown;
    } finally {
      orderer.resume();
    }
    return told(orderer, subject, got);
  }

  /** {@link AbstractQueuedSynchronizer#tryAcquireSharedNanos}. */
  public static boolean tryAcquireSharedNanos(
      AbstractQueuedSynchronizer subject, int argument, long nanos) throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (orderer.before(subject, 0) != Orderer.GO) {
      return false;
    }
    boolean got = true;
    orderer.pause();
    try {
      if (orderer.insists()) {
        subject.acquireShared(argument);
      } else {
        got = subject.tryAcquireSharedNanos(argument, nanos);
      }
    } catch (InterruptedException thrown) {
      orderer.resume();
      orderer.failed(subject, 0, thrown);
      orderer.pause();
      throw thrown;
    } finally {
      orderer.resume();
    }
    return told(orderer, subject, got);
  }

  /** {@link AbstractQueuedSynchronizer#release}. It has a place in the order: who asks for the state, and does not acquire, sees it. */
  public static boolean release(AbstractQueuedSynchronizer subject, int argument) {
    Orderer orderer = Order.orderer;
    orderer.before(subject, 0);
    orderer.taken(subject, 0);
    orderer.pause();
    try {
      return subject.release(argument);
    } finally {
      orderer.resume();
    }
  }

  /** {@link AbstractQueuedSynchronizer#releaseShared}. The same. */
  public static boolean releaseShared(AbstractQueuedSynchronizer subject, int argument) {
    Orderer orderer = Order.orderer;
    orderer.before(subject, 0);
    orderer.taken(subject, 0);
    orderer.pause();
    try {
      return subject.releaseShared(argument);
    } finally {
      orderer.resume();
    }
  }

  /** {@code AbstractQueuedSynchronizer.getState}, which subclasses may call; other names than theirs are none of ours. */
  public static int getState(AbstractQueuedSynchronizer subject) {
    Orderer orderer = Order.orderer;
    long known = orderer.before(subject, 0);
    if (known != Orderer.GO) {
      return (int) known;
    }
    int state = Synchronizers.state(subject);
    orderer.learned(subject, 0, state);
    return state;
  }

  /** {@code AbstractQueuedSynchronizer.compareAndSetState}, the heart of every attempt to acquire. */
  @SuppressWarnings("ThreadPriorityCheck") // it is known that the wait is short
  public static boolean compareAndSetState(
      AbstractQueuedSynchronizer subject, int expected, int update) {
    Orderer orderer = Order.orderer;
    if (orderer.before(subject, 0) != Orderer.GO) {
      return false;
    }
    boolean got = Synchronizers.compareAndSetState(subject, expected, update);
    while (!got && orderer.insists()) {
      LockSupport.parkNanos(A_MOMENT_NS); // whoever has it is about to give it back
      got = Synchronizers.compareAndSetState(subject, expected, update);
    }
    return told(orderer, subject, got);
  }

  private static boolean told(Orderer orderer, Object subject, boolean got) {
    if (got) {
      orderer.taken(subject, 0);
    } else {
      orderer.learned(subject, 0, 0);
    }
    return got;
  }

  private static void noteIfTaken(Orderer orderer, AbstractQueuedSynchronizer subject) {
    if (Synchronizers.state(subject) != 0) {
      orderer.blocked(subject, 0);
    }
  }
}
