package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** In a replay, what a client's executor is given to tell the program, one thing after the other. */
final class Retelling implements Runnable {

  private final Wire wire;
  private @Nullable Runnable step;
  private boolean isLast;

  /**
   * Begins with that.
   *
   * @param isLast whether nothing follows: who tells must not be kept waiting then
   */
  Retelling(Wire wire, Runnable first, boolean isLast) {
    this.wire = wire;
    this.step = first;
    this.isLast = isLast;
  }

  @Override
  public void run() {
    wire.teller(Thread.currentThread());
    boolean isThrough = false;
    try {
      for (Runnable next = next(); next != null; next = next()) {
        Telling.tell(wire.site(), next);
        told();
      }
      isThrough = true;
    } finally {
      wire.teller(null);
      if (!isThrough) {
        end();
        told();
      }
    }
  }

  /** Has it tell that too, which may be the last; returns when it has. */
  synchronized void goOn(Runnable next, boolean nothingFollows) {
    step = next;
    isLast = nothingFollows;
    notifyAll();
    awaitTold();
  }

  /** Returns when it has told what it was given. */
  synchronized void awaitTold() {
    while (step != null) {
      try {
        wait();
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
  }

  /** It has failed, and tells nothing more. */
  private synchronized void end() {
    isLast = true;
    notifyAll();
  }

  private synchronized void told() {
    step = null;
    notifyAll();
  }

  /** What is told next; null at the end. The thread is the program's, which may interrupt it. */
  private synchronized @Nullable Runnable next() {
    boolean isInterrupted = false;
    while (step == null && !isLast) {
      try {
        wait();
      } catch (InterruptedException theirs) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    return step;
  }
}
