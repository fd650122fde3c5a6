package dev.tapedeck.runner.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one run of the job printed. */
record Captured(byte[] out, byte[] err) {

  /** Reads the files that the job's streams were sent to. */
  static Captured read(Path out, Path err) throws IOException {
    return new Captured(Files.readAllBytes(out), Files.readAllBytes(err));
  }

  /** The stack trace's first line. */
  String exception() {
    String first = new String(err, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return first.replaceFirst("^Exception in thread \"[^\"]*\" ", "");
  }

  String cause() {
    return new String(err, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("Caused by: "))
        .reduce((earlier, later) -> later)
        .orElse("");
  }

  long errLines() {
    return new String(err, StandardCharsets.UTF_8).lines().count();
  }

  long outLines() {
    return new String(out, StandardCharsets.UTF_8).lines().count();
  }
}
