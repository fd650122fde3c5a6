package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of the processes that this one has started and that have ended. */
final class ChildTime {

  private static final Path STAT = Path.of("/proc/self/stat");

  /** What proc(5) counts in, on every Linux of today. */
  private static final double TICK_MS = 10;

  /** Where its times stand behind the command's name, which may hold blanks. */
  private static final int USER = 14;

  private ChildTime() {}

  /** In milliseconds; 0 where nobody says it. */
  static double millis() throws IOException {
    if (!Files.exists(STAT)) {
      return 0;
    }
    String text = Files.readString(STAT);
    String[] fields = text.substring(text.lastIndexOf(')') + 1).split(" ");
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1])) * TICK_MS;
  }
}
