package dev.tapedeck.session;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells those who wait for the end of a process. What they start then are children of its lane. */
final class ExitThread extends Thread {

  /**
   * So long after somebody has asked to be told, nobody is told: first they say what shall follow.
   * Otherwise it would hang on chance, in a recording and in its replay, which thread does that.
   */
  private static final long SETTLING_MS = 20;

  /** Nor so long, while whoever has asked goes on: it may have much to load before it has said it. */
  private static final long BUSY_MS = 500;

  final Lane lane;
  private final Thread asker;
  private final CompletableFuture<Object> end;
  private final long askedNs;
  private final @Nullable Runnable before;

  /**
   * Creates one.
   *
   * @param askedNs when the asker asked, on the JVM's nanosecond clock
   * @param before what happens first; null for nothing
   */
  ExitThread(
      Lane lane,
      Thread asker,
      CompletableFuture<Object> end,
      long askedNs,
      @Nullable Runnable before) {
    super(null, null, "tapedeck-exit", 0, false);
    this.lane = lane;
    this.asker = asker;
    this.end = end;
    this.askedNs = askedNs;
    this.before = before;
    setDaemon(true);
  }

  @Override
  @SuppressWarnings("NullAway") // of no value to anybody
  public void run() {
    settle();
    try {
      if (before != null) {
        before.run();
      }
    } finally {
      end.complete(null); // whatever becomes of us: somebody waits
    }
  }

  private void settle() {
    waits(Math.max(0, SETTLING_MS - passedMs()));
    while (passedMs() < BUSY_MS && isBusy()) {
      waits(1);
    }
  }

  private long passedMs() {
    return (System.nanoTime() - askedNs) / 1_000_000;
  }

  private boolean isBusy() {
    State state = asker.getState();
    return state == State.RUNNABLE || state == State.BLOCKED;
  }

  /** Waits so long, or less if somebody interrupts it. */
  static void waits(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException sooner) {
      // then now
    }
  }
}
