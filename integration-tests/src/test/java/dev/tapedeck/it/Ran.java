package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How a forked process went: what it was, every byte it wrote, and its end. */
record Ran(List<String> command, int exit, byte[] outBytes, byte[] errBytes, Duration took) {
  private static final String OURS = "tapedeck: ";

  String out() {
    return new String(outBytes, UTF_8);
  }

  String err() {
    return new String(errBytes, UTF_8);
  }

  /** Standard error without the lines that Tapedeck itself says. One byte a char, so that nothing is lost in decoding. */
  String programErr() {
    return lines(new String(errBytes, ISO_8859_1)).stream()
        .filter(line -> !line.startsWith(OURS))
        .collect(Collectors.joining());
  }

  /** What Tapedeck said, line by line. */
  List<String> said() {
    return err().lines().filter(line -> line.startsWith(OURS)).toList();
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)"));
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
