package java.tapedeck;

/**
 * Keeps the order in which lanes meet: which of them takes a lock first.
 *
 * <p>This one keeps none. A subject is the lock, or what else lanes meet at.
 */
public class Orderer {

  /** From {@link #before}: the operation takes its course. */
  public static final long GO = Long.MIN_VALUE;

  /** So often {@link #settle} says in a row that nobody can move before that is believed. */
  static final int IDLE = 300;

  /** Makes one that keeps no order. */
  public Orderer() {}

  /** Whether an order is kept at all. */
  public boolean keeps() {
    return false;
  }

  /**
   * Whether it is known of what may fail here, and whose {@link #before} has not said otherwise, that
   * it succeeds; and of who waits when he goes on.
   */
  public boolean insists() {
    return false;
  }

  /**
   * The current thread is about to take the subject, or to ask it something; returns when it may.
   *
   * @return what came of it where that is known, and it must not be done; or {@link #GO}
   */
  public long before(Object subject, int site) {
    return GO;
  }

  /** The current thread waits at the subject, which it does not hold: whether, and how, it goes on is known later. */
  public void awaits(Object subject, int site) {}

  /** What the thread has learned behind its wait; see {@link #learned} and {@link #failed}. */
  public long outcome(Object subject, int site) {
    return GO;
  }

  /** The current thread finds the subject taken by another, and is about to wait for it. */
  public void blocked(Object subject, int site) {}

  /** The current thread has taken the subject, and holds it; or is about to give something to it. */
  public void taken(Object subject, int site) {}

  /** The current thread has not got the subject, or has learned this of it. */
  public void learned(Object subject, int site, long outcome) {}

  /**
   * What the current thread has wanted of the subject has failed so; {@link #before} throws it again.
   * Takes our own frames out of it.
   */
  public void failed(Object subject, int site, Throwable thrown) {}

  /**
   * The current thread is about to do something to the subject that nobody else may do meanwhile; it
   * returns when it may. {@link #end} follows, unless that fails.
   */
  public void begin(Object subject) {}

  /** The same of what may call back, and of which the end is told in any case. */
  public void meet(Object subject) {}

  /** The current thread has done what it began last. */
  public void end() {}

  /** The current thread has begun a synchronized method of the subject, and has taken it with that. */
  public void entered(Object subject, int site) {}

  /** The current thread holds the monitor again after it has waited on it. */
  public void again(Object subject, int site) {}

  /** Whether the current thread is to run a task that waited in a pool; else another one does. */
  public boolean mayRun(Object task) {
    return true;
  }

  /** The current thread is about to cancel a task that has a time to wait; returns when it runs, if it does at all. */
  public void begun(Object task) {}

  /**
   * Waits a moment for what has happened by now, as is known of the program, but not here yet.
   *
   * @param times how often it has waited for that already
   * @return whether somebody else can move, or may after some more time
   */
  public boolean settle(int times) {
    return true;
  }

  /** What the current thread does from now on has no place in the order. */
  public void pause() {}

  /** It has again. */
  public void resume() {}

  /** The current thread begins the static initialiser of the site's class. */
  public void initializes(int site) {}

  /** The current thread has ended the static initialiser that it began last. */
  public void initialized() {}
}
