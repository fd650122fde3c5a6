package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program that runs for a command at the moment: one child process at a time, ended when the command is. */
public final class Children {
  private volatile @Nullable Process running;

  /** Starts a child and hands it out; {@link #awaitEnd} follows. */
  public Process start(ProcessBuilder builder) {
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
        running = null;
        return status;
      } catch (InterruptedException e) {
        // Nobody interrupts this thread; and a child must not be left behind.
      }
    }
  }

  public boolean any() {
    return running != null;
  }

  /**
   * Ends the child because this command is told to end. A Ctrl-C reaches both, so the child first gets the time to take
   * its own.
   */
  public void end() {
    Process process = running;
    if (process == null) {
      return;
    }
    try {
      if (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      process.destroy();
    }
  }
}
