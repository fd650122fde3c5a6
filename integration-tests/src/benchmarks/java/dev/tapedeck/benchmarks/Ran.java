package dev.tapedeck.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that has ended: how long it took, and what it printed. */
record Ran(double millis, List<String> lines) {

  static Ran of(List<String> command) throws IOException, InterruptedException {
    File out = File.createTempFile("tapedeck-ran", ".out");
    File err = File.createTempFile("tapedeck-ran", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command)
          .redirectInput(new File("/dev/null"))
          .redirectOutput(out)
          .redirectError(err);
      long start = System.nanoTime();
      int status = builder.start().waitFor();
      double millis = (System.nanoTime() - start) / 1e6;
      if (status != 0) {
        throw new IllegalStateException(
            "exit " + status + " of " + command + "\n" + Files.readString(err.toPath()));
      }
      return new Ran(millis, Files.readAllLines(out.toPath()));
    } finally {
      delete(out.toPath());
      delete(err.toPath());
    }
  }

  private static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** What the program measured itself. */
  double figure(int line) {
    return Double.parseDouble(lines.get(line));
  }
}
