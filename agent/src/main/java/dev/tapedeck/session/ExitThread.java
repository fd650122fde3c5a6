package dev.tapedeck.session;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells those who wait for the end of a process. What they start then are children of its lane. */
final class ExitThread extends Thread {

  /**
   * So long after somebody has asked to be told, nobody is told: first they say what shall follow.
   * Otherwise it would hang on chance, in a recording and in its replay, which thread does that.
   */
  static final long SETTLING_MS = 20;

  final Lane lane;
  private final CompletableFuture<Object> end;
  private final long afterMs;
  private final @Nullable Runnable before;

  /**
   * Creates one.
   *
   * @param before what happens first; null for nothing
   */
  ExitThread(Lane lane, CompletableFuture<Object> end, long afterMs, @Nullable Runnable before) {
    super(null, null, "tapedeck-exit", 0, false);
    this.lane = lane;
    this.end = end;
    this.afterMs = afterMs;
    this.before = before;
    setDaemon(true);
  }

  @Override
  @SuppressWarnings("NullAway") // of no value to anybody
  public void run() {
    waits(afterMs);
    try {
      if (before != null) {
        before.run();
      }
    } finally {
      end.complete(null); // whatever becomes of us: somebody waits
    }
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
