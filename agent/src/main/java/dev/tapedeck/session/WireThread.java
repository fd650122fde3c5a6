package dev.tapedeck.session;

import org.jspecify.annotations.Nullable;

/** Tells the program what comes over a wire, in the wire's lane; after that, maybe, over another one. */
final class WireThread extends Thread {

  /** A wire, and who tells what comes over it. */
  record Work(Lane lane, Runnable teller) {}

  /** So long it waits for another wire. */
  private static final long IDLE_MS = 5000;

  private final Lanes lanes;
  private final @Nullable WireThreads others;
  private @Nullable Work work;

  /**
   * Creates one.
   *
   * @param others which it is among when it has nothing to do; null where it ends then
   */
  WireThread(Lanes lanes, Work first, @Nullable WireThreads others) {
    super(null, null, first.lane.threadName, 0, false);
    this.lanes = lanes;
    this.work = first;
    this.others = others;
    setDaemon(true);
  }

  @Override
  public void run() {
    for (Work next = take(0); next != null; next = next()) {
      lanes.tellsOver(next.lane);
      next.teller.run();
    }
  }

  /** Has it work for another wire. */
  synchronized void resume(Work next) {
    setName(next.lane.threadName);
    work = next;
    notifyAll();
  }

  /** What it shall do now; null where it shall end. */
  private @Nullable Work next() {
    if (others == null) {
      return null;
    }
    others.rest(this);
    Work next = take(IDLE_MS);
    while (next == null && !others.leave(this)) {
      next = take(1); // somebody has just chosen it
    }
    return next;
  }

  @SuppressWarnings("WaitNotInLoop") // nothing goes wrong where it is woken for no reason
  private synchronized @Nullable Work take(long millis) {
    if (work == null && millis > 0) {
      try {
        wait(millis);
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
    Work taken = work;
    work = null;
    return taken;
  }
}
