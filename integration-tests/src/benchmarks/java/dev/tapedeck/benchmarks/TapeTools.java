package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Printing and packing a tape, side by side with {@code jfr print --json} of as many events with the like fields. */
final class TapeTools implements Measurement {

  private static final double BUDGET = 1.0 / 3;

  @Override
  public String name() {
    return "tools";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    int events = options.number("events", 500_000);
    Path flight = bench.directory.resolve("flight.jfr");
    Ran.of(bench.plain(jdk, "FlightEvents", flight, events));
    Path tapes = bench.tapes();
    Path file = bench.directory.resolve("read.txt");
    Ran.of(bench.recorded(jdk, tapes, "FileReads", file, events));
    Path run = Bench.run(tapes);
    Path packed = bench.directory.resolve("packed.tape.zip");
    Sample jfr = new Sample();
    Sample cat = new Sample();
    Sample pack = new Sample();
    String print = jdk.home().resolve("bin/jfr").toString();
    for (int i = 0; i < options.number("repeats", 3); i++) {
      jfr.add(millis(bench, print, "print", "--json", flight.toString()));
      cat.add(millis(bench, jdk.java(), "-jar", bench.command.toString(), "cat", run.toString()));
      Files.deleteIfExists(packed);
      pack.add(millis(
          bench,
          jdk.java(),
          "-jar",
          bench.command.toString(),
          "pack",
          run.toString(),
          "-o",
          packed.toString()));
    }
    double megabytes = size(run) / 1e6;
    List<Row> rows = new ArrayList<>();
    rows.add(row("cat", events, megabytes, cat, jfr));
    rows.add(row("pack", events, megabytes, pack, jfr));
    Bench.delete(tapes);
    Files.delete(flight);
    Files.delete(file);
    Files.delete(packed);
    return rows;
  }

  private static Row row(String what, int events, double megabytes, Sample ours, Sample jfr) {
    double seconds = ours.median() / 1000;
    return new Row(
        what + " of " + events + " events / jfr print --json",
        ours.median() / jfr.median(),
        BUDGET,
        BUDGET / 2,
        String.format(
            Locale.ROOT,
            "%.0f events/s, %.1f MB of tape/s, %.0f ms; jfr print %.0f ms",
            events / seconds,
            megabytes / seconds,
            ours.median(),
            jfr.median()));
  }

  /** What is printed goes to a file that nobody looks into. */
  private static double millis(Bench bench, String... command)
      throws IOException, InterruptedException {
    Path out = bench.directory.resolve("printed");
    long start = System.nanoTime();
    int status = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    Files.delete(out);
    if (status != 0) {
      throw new IllegalStateException("exit " + status + " of " + String.join(" ", command));
    }
    return millis;
  }

  private static long size(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
