package dev.tapedeck.session;

import dev.tapedeck.boundary.StandardOutput;
import java.tapedeck.Off;
import org.jspecify.annotations.Nullable;

/**
 * The session of a program that has ended: its tape is closed, and what is left are the moments until the
 * process is gone. In them no thread says what the tape would not know.
 */
final class Over extends Off {

  private final Thread ender = Thread.currentThread();

  @Override
  public boolean enter(int door, int site, @Nullable Object self, @Nullable Object... arguments) {
    Thread thread = Thread.currentThread();
    Object first = arguments.length == 0 ? null : arguments[0];
    boolean isOurs = thread == ender || thread instanceof AgentThread;
    if (!isOurs && StandardOutput.stream(self, first) != null) {
      stay();
    }
    return false;
  }

  private synchronized void stay() {
    while (true) {
      try {
        wait();
      } catch (InterruptedException theirs) {
        // nobody is told any more
      }
    }
  }
}
