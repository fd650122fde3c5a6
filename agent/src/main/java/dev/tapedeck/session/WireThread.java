package dev.tapedeck.session;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the program what comes over a wire, in the wire's lane; after that, maybe, over another one. */
final class WireThread extends Thread {

  /** A wire, and who tells what comes over it. */
  record Work(Lane lane, Runnable teller) {}

  private final Lanes lanes;
  private final @Nullable Consumer<WireThread> afterwards;
  private @Nullable Work work;

  /**
   * Creates one.
   *
   * @param afterwards is told when the thread has nothing to do; null where it ends then
   */
  WireThread(Lanes lanes, Work first, @Nullable Consumer<WireThread> afterwards) {
    super(null, null, first.lane.threadName, 0, false);
    this.lanes = lanes;
    this.work = first;
    this.afterwards = afterwards;
    setDaemon(true);
  }

  @Override
  public void run() {
    for (Work next = work; next != null; next = next()) {
      lanes.tellsOver(next.lane);
      next.teller.run();
      if (afterwards == null) {
        return;
      }
      finished();
      afterwards.accept(this);
    }
  }

  private synchronized void finished() {
    work = null;
  }

  /** Has it work for another wire. */
  synchronized void resume(Work next) {
    setName(next.lane.threadName);
    work = next;
    notifyAll();
  }

  private synchronized @Nullable Work next() {
    while (work == null) {
      try {
        wait();
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
    return work;
  }
}
