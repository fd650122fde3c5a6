package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a forked process went: what it was, every byte it wrote, and its end. */
record Ran(List<String> command, int exit, byte[] outBytes, byte[] errBytes, Duration took) {
  private static final String OURS = "tapedeck: ";
  private static final String INDENT = "  ";

  String out() {
    return new String(outBytes, UTF_8);
  }

  String err() {
    return new String(errBytes, UTF_8);
  }

  /** Standard error without what Tapedeck itself says. One byte a char, so that nothing is lost in decoding. */
  String programErr() {
    return errLines().get(false).stream().collect(joining());
  }

  /** What Tapedeck said, line by line. */
  List<String> said() {
    return errLines().get(true);
  }

  /** Tapedeck's lines, which begin with its name or go on below such a line, and those of the program. */
  private Map<Boolean, List<String>> errLines() {
    Map<Boolean, List<String>> lines = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
    boolean ours = false;
    for (String line : new String(errBytes, ISO_8859_1).split("(?<=\n)")) {
      ours = line.startsWith(OURS) || (ours && line.startsWith(INDENT));
      lines.get(ours).add(line);
    }
    return lines;
  }

  @Override
  public String toString() {
    return String.join(" ", command) + "\n  exit " + exit + " after " + took.toMillis()
        + " ms\n  stdout: " + cut(out()) + "\n  stderr: " + cut(err());
  }

  private static String cut(String text) {
    return text.length() <= 6000
        ? text
        : text.substring(0, 3000) + "\n […]\n" + text.substring(text.length() - 3000);
  }
}
