package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.Terminal;
import dev.tapedeck.runner.run.RunSize;
import dev.tapedeck.runner.speech.Progress;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** Shows on a terminal how far a piece of work has come, once it has taken a second, and nothing when it is done. */
final class Watched {
  private static final long FIRST_MS = 1000;
  private static final long TICK_MS = 200;

  private final String what;
  private final DoubleSupplier share;
  private final BooleanSupplier mayShow;
  private final Thread shows = new Thread(this::show, "progress");
  private boolean over;

  private Watched(String what, DoubleSupplier share, BooleanSupplier mayShow) {
    this.what = what;
    this.share = share;
    this.mayShow = mayShow;
  }

  /** What takes long. */
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Watches what is read of a tape.
   *
   * @param times how often all of it is read
   */
  static Watched reading(String what, TapeReader tape, int times) {
    return reading(what, tape, times, () -> true);
  }

  /** The same of work that prints all the while: on the same terminal it is seen by that. */
  static Watched printing(String what, TapeReader tape) {
    return reading(what, tape, 1, () -> !Terminal.isStdout());
  }

  private static Watched reading(String what, TapeReader tape, int times, BooleanSupplier mayShow) {
    long begun = tape.bytesRead();
    double all = Math.max(1, times * RunSize.bytes(tape.directory()));
    return new Watched(what, () -> (tape.bytesRead() - begun) / all, mayShow);
  }

  /** Watches what has no end that is known beforehand. */
  static Watched unknown(String what) {
    return new Watched(what, () -> Double.NaN, () -> true);
  }

  /** Does it. */
  <T> T during(Work<T> work) throws IOException {
    shows.setDaemon(true);
    shows.start();
    try {
      return work.run();
    } finally {
      end();
    }
  }

  private void show() {
    try {
      if (isOverIn(FIRST_MS) || !mayShow.getAsBoolean() || !Terminal.showsProgress()) {
        return;
      }
      Progress progress = new Progress(System.err, true);
      long begun = System.nanoTime();
      do {
        progress.show(what, share.getAsDouble(), System.nanoTime() - begun);
      } while (!isOverIn(TICK_MS));
      progress.clear();
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isOverIn(long ms) throws InterruptedException {
    long until = System.nanoTime() + ms * 1_000_000;
    for (long left = ms; !over && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return over;
  }

  private void end() {
    synchronized (this) {
      over = true;
      notifyAll();
    }
    try {
      shows.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
