package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Clock reads in a loop: what one costs, and what it leaves on the tape. */
final class Clocks implements Measurement {

  @Override
  public String name() {
    return "clock loop nanoTime currentTimeMillis bytes";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    double most = 0;
    for (String clock : new String[] {"nanoTime", "currentTimeMillis"}) {
      Sample plain = new Sample();
      Sample recording = new Sample();
      int calls = options.number("calls", 20_000_000);
      for (int i = 0; i < options.number("repeats", 3); i++) {
        plain.add(Ran.of(bench.plain(jdk, "ClockLoop", clock, calls)).figure(0));
        Path tapes = bench.tapes();
        Ran ran = Ran.of(bench.recorded(jdk, tapes, "ClockLoop", clock, calls));
        recording.add(ran.figure(0));
        most = Math.max(most, TapeBytes.of(Bench.run(tapes)) / ran.figure(1));
        Bench.delete(tapes);
      }
      rows.add(new Row(
          clock + " in a loop, recording / plain, per call",
          recording.median() / plain.median(),
          1.5,
          1.2,
          String.format(
              Locale.ROOT,
              "plain %.1f ns, recording %.1f ns",
              plain.median(),
              recording.median())));
    }
    rows.add(new Row("bytes on tape per clock read in a loop", most, 6, 3, "the larger of both"));
    return rows;
  }
}
