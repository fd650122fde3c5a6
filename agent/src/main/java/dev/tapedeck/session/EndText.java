package dev.tapedeck.session;

import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;
import dev.tapedeck.tape.RunEnd;

/** How a run has ended, in words that can be compared. */
final class EndText {

  private EndText() {}

  /** Without frames of the JDK where that is another one. */
  static String of(RunEnd end, boolean sameJdk) {
    StringBuilder text = new StringBuilder("exit status ").append(end.exitCode());
    Crash crash = end.crash();
    if (crash != null) {
      text.append(", thread ").append(crash.thread()).append(" by ");
      failure(text, crash.failure(), sameJdk);
    }
    return text.toString();
  }

  private static void failure(StringBuilder text, Failure failure, boolean sameJdk) {
    text.append(failure.className()).append(": ").append(failure.message());
    boolean anywhere = failure.className().equals("java.lang.OutOfMemoryError")
        || failure.className().equals("java.lang.StackOverflowError");
    if (!anywhere) {
      for (Frame frame : failure.frames()) {
        if (sameJdk || frame.moduleName() == null) {
          text.append("\n    at ").append(frame.toStackTraceElement());
        }
      }
    }
    Failure cause = failure.cause();
    if (cause != null) {
      text.append("\n  caused by ");
      failure(text, cause, sameJdk);
    }
  }
}
