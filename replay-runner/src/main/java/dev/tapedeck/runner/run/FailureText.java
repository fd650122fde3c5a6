package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;

/** A recorded exception as Java prints one. */
public final class FailureText {
  private FailureText() {}

  /** The whole trace with its causes, a newline after each line. */
  public static String trace(Failure failure) {
    StringBuilder text = new StringBuilder();
    String relation = "";
    for (Failure at = failure; at != null; at = at.cause()) {
      text.append(relation).append(at).append('\n');
      relation = "Caused by: ";
      for (Frame frame : at.frames()) {
        text.append("\tat ").append(FrameText.of(frame)).append('\n');
      }
    }
    return text.toString();
  }
}
