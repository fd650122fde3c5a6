package dev.tapedeck.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What many threads cost in memory that are all alive and have each recorded ten events. */
final class Footprint implements Measurement {

  private static final double KIB = 1024;
  private static final int VIRTUAL = 21;

  @Override
  public String name() {
    return "threads memory heap";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    rows.add(threads(bench, jdk, "platform", options.number("platform", 1000)));
    if (jdk.version() >= VIRTUAL) {
      rows.add(threads(bench, jdk, "virtual", options.number("virtual", 100_000)));
    }
    return rows;
  }

  private static Row threads(Bench bench, Jdk jdk, String kind, int count)
      throws IOException, InterruptedException {
    Memory plain = Memory.of(bench.plain(jdk, "ManyThreads", kind, count), null);
    Path tapes = bench.tapes();
    Memory recording = Memory.of(bench.recorded(jdk, tapes, "ManyThreads", kind, count), tapes);
    Bench.delete(tapes);
    double more = recording.heap - plain.heap + recording.tape;
    return Row.stated(
        count + " " + kind + " threads of 10 events, KiB more for each, heap and tape",
        more / count / KIB,
        String.format(
            Locale.ROOT,
            "heap %.1f and %.1f MiB, tape %.1f MiB, resident %.0f and %.0f MiB",
            plain.heap / KIB / KIB,
            recording.heap / KIB / KIB,
            recording.tape / KIB / KIB,
            plain.resident / KIB / KIB,
            recording.resident / KIB / KIB));
  }

  /** In bytes: used on the heap, mapped for the tape, resident in all. */
  private record Memory(double heap, double tape, double resident) {

    static Memory of(List<String> command, @Nullable Path tapes)
        throws IOException, InterruptedException {
      Process process = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      try (BufferedReader out = process.inputReader()) {
        String heap = out.readLine();
        if (heap == null) {
          throw new IllegalStateException("no word from " + command);
        }
        double resident = resident(process.pid());
        double tape = tapes == null ? 0 : segments(Bench.run(tapes));
        process.outputWriter().close();
        process.waitFor();
        return new Memory(Double.parseDouble(heap), tape, resident);
      }
    }

    private static double resident(long process) throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return KIB * Double.parseDouble(line.replaceAll("[^0-9]", ""));
        }
      }
      return 0;
    }

    private static double segments(Path run) throws IOException {
      double bytes = 0;
      try (var files = Files.list(run)) {
        for (Path file : files.toList()) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    }
  }
}
