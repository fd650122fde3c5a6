package java.tapedeck;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;

/**
 * Replacements for calls of {@link Condition}.
 *
 * <p>Where it is known who goes on when, nobody queues at a condition: who waits gives the lock back,
 * and takes it again when it is his turn. So signals need no place in the order.
 */
@SuppressWarnings("WaitNotInLoop") // the loop is the program's
public final class Conditions {

  private Conditions() {}

  /** {@link Condition#await()}. */
  public static void await(Condition condition) throws InterruptedException {
    Orderer orderer = Order.orderer;
    AbstractQueuedSynchronizer subject = orderer.keeps() ? Synchronizers.of(condition) : null;
    if (subject == null) {
      condition.await();
    } else if (orderer.insists()) {
      again(orderer, subject);
    } else {
      try {
        condition.await();
      } catch (InterruptedException thrown) {
        orderer.taken(subject, 0);
        orderer.failed(subject, 0, thrown);
        throw thrown;
      }
      orderer.taken(subject, 0);
      orderer.learned(subject, 0, 0);
    }
  }

  /** {@link Condition#awaitUninterruptibly}. */
  public static void awaitUninterruptibly(Condition condition) {
    Orderer orderer = Order.orderer;
    AbstractQueuedSynchronizer subject = orderer.keeps() ? Synchronizers.of(condition) : null;
    if (subject == null) {
      condition.awaitUninterruptibly();
    } else if (orderer.insists()) {
      again(orderer, subject);
    } else {
      condition.awaitUninterruptibly();
      orderer.taken(subject, 0);
      orderer.learned(subject, 0, 0);
    }
  }

  /** {@link Condition#awaitNanos}. */
  public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
    Orderer orderer = Order.orderer;
    AbstractQueuedSynchronizer subject = orderer.keeps() ? Synchronizers.of(condition) : null;
    if (subject == null) {
      return condition.awaitNanos(nanos);
    }
    if (orderer.insists()) {
      return again(orderer, subject);
    }
    long left;
    try {
      left = condition.awaitNanos(nanos);
    } catch (InterruptedException thrown) {
      orderer.taken(subject, 0);
      orderer.failed(subject, 0, thrown);
      throw thrown;
    }
    orderer.taken(subject, 0);
    orderer.learned(subject, 0, left);
    return left;
  }

  /** {@link Condition#await(long, TimeUnit)}. */
  public static boolean await(Condition condition, long time, TimeUnit unit)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    AbstractQueuedSynchronizer subject = orderer.keeps() ? Synchronizers.of(condition) : null;
    if (subject == null) {
      return condition.await(time, unit);
    }
    if (orderer.insists()) {
      return again(orderer, subject) != 0;
    }
    boolean signalled;
    try {
      signalled = condition.await(time, unit);
    } catch (InterruptedException thrown) {
      orderer.taken(subject, 0);
      orderer.failed(subject, 0, thrown);
      throw thrown;
    }
    orderer.taken(subject, 0);
    orderer.learned(subject, 0, signalled ? 1 : 0);
    return signalled;
  }

  /** {@link Condition#awaitUntil}. */
  public static boolean awaitUntil(Condition condition, Date deadline) throws InterruptedException {
    Orderer orderer = Order.orderer;
    AbstractQueuedSynchronizer subject = orderer.keeps() ? Synchronizers.of(condition) : null;
    if (subject == null) {
      return condition.awaitUntil(deadline);
    }
    if (orderer.insists()) {
      return again(orderer, subject) != 0;
    }
    boolean signalled;
    try {
      signalled = condition.awaitUntil(deadline);
    } catch (InterruptedException thrown) {
      orderer.taken(subject, 0);
      orderer.failed(subject, 0, thrown);
      throw thrown;
    }
    orderer.taken(subject, 0);
    orderer.learned(subject, 0, signalled ? 1 : 0);
    return signalled;
  }

  /** Waits as it was waited, and says what came of it. */
  private static long again(Orderer orderer, AbstractQueuedSynchronizer subject) {
    int held = Synchronizers.state(subject);
    subject.release(held);
    try {
      orderer.awaits(subject, 0);
      orderer.before(subject, 0);
    } finally {
      subject.acquire(held);
    }
    orderer.taken(subject, 0);
    return orderer.outcome(subject, 0);
  }
}
