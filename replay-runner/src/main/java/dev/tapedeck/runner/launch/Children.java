package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program that runs for a command at the moment: one child process at a time, ended when the command is. */
public final class Children {
  /** A Ctrl-C reaches the child and this command, but not at the same moment. */
  private static final long SAME_MOMENT_MS = 500;

  private static final long PATIENCE_MS = 2000;

  private final CountDownLatch ending = new CountDownLatch(1);
  private @Nullable Process running;
  private boolean inSeries;

  /**
   * Several children follow, of whom none is worth waiting for once the command is told to end: then {@link #start} and
   * {@link #awaitEnd} throw {@link Ended}.
   */
  public synchronized void beginSeries() {
    inSeries = true;
  }

  /** No more of them follow. */
  public synchronized void endSeries() {
    inSeries = false;
  }

  /** Starts a child and hands it out; {@link #awaitEnd} follows. */
  public synchronized Process start(ProcessBuilder builder) {
    if (inSeries && isEnding()) {
      throw Ended.betweenChildren();
    }
    try {
      Process process = builder.start();
      running = process;
      return process;
    } catch (IOException e) {
      throw new Trouble("cannot start " + builder.command().get(0) + ": " + e.getMessage(), e);
    }
  }

  /** Waits for the child and returns its exit status, 128 + n for signal n. */
  public int awaitEnd(Process process) {
    while (true) {
      try {
        int status = process.waitFor();
        hasEnded(status);
        return status;
      } catch (InterruptedException e) {
        // Nobody interrupts this thread; and a child must not be left behind.
      }
    }
  }

  private void hasEnded(int status) throws InterruptedException {
    if (isInSeries() && isOfSignalToEnd(status)) {
      ending.await(SAME_MOMENT_MS, TimeUnit.MILLISECONDS);
    }
    synchronized (this) {
      running = null;
      if (inSeries && isEnding()) {
        throw Ended.withChild(status);
      }
    }
  }

  /** Whether a child that ended so may have ended because everybody here was told to: SIGHUP, SIGINT, SIGTERM. */
  static boolean isOfSignalToEnd(int status) {
    return status == 128 + 1 || status == 128 + 2 || status == 128 + 15;
  }

  /** Whether one runs, or may be started yet. */
  public synchronized boolean any() {
    return running != null || inSeries;
  }

  /**
   * Ends the child because this command is told to end. A Ctrl-C reaches both, so the child first gets the time to take
   * its own.
   */
  public void end() {
    Process process = last();
    if (process == null) {
      return;
    }
    try {
      if (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        process.destroy();
      }
      if (isInSeries() && !process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroy();
    }
  }

  private synchronized @Nullable Process last() {
    ending.countDown();
    return running;
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  private synchronized boolean isInSeries() {
    return inSeries;
  }
}
