package dev.tapedeck.session;

/**
 * Watches over a replay of several lanes: one in which nothing moves any more is ended, and it is said
 * who waited for what.
 */
final class Stalls implements Runnable {

  private static final long TICK_MS = 100;
  private static final long PATIENCE_MS = 2500;
  private static final long IDLE_MS = 1000;
  private static final long LONG_MS = 30_000;
  private static final int SLOWER = 4;

  private final LanesOnTape tape;
  private final OrderReplayer order;
  private final ProgramThreads threads;
  private final ReplayEnd end;

  Stalls(LanesOnTape tape, OrderReplayer order, ProgramThreads threads, ReplayEnd end) {
    this.tape = tape;
    this.order = order;
    this.threads = threads;
    this.end = end;
  }

  @Override
  public void run() {
    ProcessTime time = new ProcessTime();
    long moved = -1;
    long quietMs = 0; // counted, not measured: no time passes for a program that a debugger holds
    while (!end.isFinished()) {
      try {
        Thread.sleep(TICK_MS);
      } catch (InterruptedException nobodyDoes) {
        return;
      }
      long now = tape.consumed() + order.done();
      quietMs = now == moved ? quietMs + TICK_MS : 0;
      if (quietMs > 0) {
        order.hasten();
      }
      moved = now;
      if (quietMs == IDLE_MS) {
        end.endIfIdle();
      }
      boolean isLong = quietMs >= Math.max(LONG_MS, SLOWER * tape.spanMs());
      if (quietMs > 0
          && quietMs % PATIENCE_MS == 0
          && (isLong || !mayMove(time))
          && end.stalled()) {
        return;
      }
    }
  }

  private boolean mayMove(ProcessTime time) {
    return time.computes() || threads.sleep();
  }
}
