package java.tapedeck;

import jdk.internal.misc.Unsafe;

/** Replacements for calls that ask whether a thread has been interrupted, or lives. */
public final class Interrupts {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long INTERRUPTED = UNSAFE.objectFieldOffset(Thread.class, "interrupted");

  private Interrupts() {}

  /** Tells the current thread again that it is interrupted, whatever its class makes of interrupts. */
  public static void restore() {
    Thread self = Thread.currentThread();
    if (Overrides.has(self, "interrupt")) {
      UNSAFE.putBooleanVolatile(self, INTERRUPTED, true); // nobody else waits for us to wake
    } else {
      self.interrupt();
    }
  }

  /** {@link Thread#interrupted}. */
  public static boolean interrupted() {
    Orderer orderer = Order.orderer;
    Thread self = Thread.currentThread();
    if (!orderer.keeps()) {
      return Thread.interrupted();
    }
    boolean known = orderer.before(self, 0) != Orderer.GO;
    boolean real = Thread.interrupted();
    return told(orderer, self, known, real);
  }

  /** {@link Thread#interrupt}. */
  public static void interrupt(Thread thread) {
    Orderer orderer = Order.orderer;
    if (orderer.keeps() && Overrides.has(thread, "interrupt")) {
      thread.interrupt();
      return;
    }
    orderer.before(thread, 0);
    if (orderer.insists()) {
      thread.interrupt();
      orderer.taken(thread, 0);
    } else {
      orderer.taken(thread, 0); // whoever is interrupted comes after this
      thread.interrupt();
    }
  }

  /** {@link Thread#isInterrupted}. */
  public static boolean isInterrupted(Thread thread) {
    boolean real = thread.isInterrupted(); // first: a subclass may do anything there
    Orderer orderer = Order.orderer;
    if (!orderer.keeps()) {
      return real;
    }
    boolean known = orderer.before(thread, 0) != Orderer.GO;
    return told(orderer, thread, known, real);
  }

  /** {@link Thread#isAlive}. That it has ended is the rule, and goes without saying. */
  public static boolean isAlive(Thread thread) {
    Orderer orderer = Order.orderer;
    if (!orderer.keeps()) {
      return thread.isAlive();
    }
    long known = orderer.before(thread, 0);
    if (known != Orderer.GO) {
      return known != 0;
    }
    if (orderer.insists()) {
      awaitEnd(orderer, thread);
      orderer.taken(thread, 0);
      return false;
    }
    boolean lives = thread.isAlive();
    if (!lives && thread.getState() == Thread.State.TERMINATED) {
      orderer.taken(thread, 0);
    } else {
      orderer.learned(thread, 0, lives ? 1 : 0);
    }
    return lives;
  }

  /** {@link Thread#getState}. */
  @SuppressWarnings("EnumOrdinal") // a replay runs on the same JDK, or one that only adds states
  public static Thread.State getState(Thread thread) {
    Orderer orderer = Order.orderer;
    if (!orderer.keeps() || Overrides.has(thread, "getState")) {
      return thread.getState();
    }
    long known = orderer.before(thread, 0);
    if (known != Orderer.GO) {
      Thread.State told = Thread.State.values()[(int) known];
      if (told == Thread.State.TERMINATED) {
        awaitEnd(orderer, thread);
      }
      return told;
    }
    Thread.State state = thread.getState();
    orderer.learned(thread, 0, state.ordinal());
    return state;
  }

  /** Who is told that a thread has ended may rely on all that it did. It may not even have been started here. */
  private static void awaitEnd(Orderer orderer, Thread thread) {
    for (int times = 0; thread.isAlive() || isNew(thread); times++) {
      orderer.settle(times);
    }
  }

  private static boolean isNew(Thread thread) {
    return !Overrides.has(thread, "getState") && thread.getState() == Thread.State.NEW;
  }

  /** No is the rule, and goes without saying. */
  private static boolean told(Orderer orderer, Thread subject, boolean known, boolean real) {
    if (known) {
      return true;
    }
    if (orderer.insists()) {
      orderer.taken(subject, 0);
      return false;
    }
    if (real) {
      orderer.learned(subject, 0, 1);
    } else {
      orderer.taken(subject, 0);
    }
    return real;
  }
}
