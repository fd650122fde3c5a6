package dev.tapedeck.runner.speech;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What Tapedeck itself says: lines on stderr that begin with {@code tapedeck: }. */
public final class Notices {
  private static final String PREFIX = "tapedeck: ";

  private final PrintStream err;

  public Notices(PrintStream err) {
    this.err = err;
  }

  /** Says nothing. */
  public static Notices silent() {
    return new Notices(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** Says one or more lines; only the first carries the prefix, the others are indented under it. */
  public void say(String text) {
    String[] lines = text.split("\n", -1);
    StringBuilder out = new StringBuilder(PREFIX).append(lines[0]).append('\n');
    for (int i = 1; i < lines.length; i++) {
      out.append(lines[i].isEmpty() ? "" : "  ").append(lines[i]).append('\n');
    }
    // One write, so that a program that still prints cannot come between.
    err.print(out);
    err.flush();
  }
}
