package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wall time of a hello-world. */
final class StartUp implements Measurement {

  @Override
  public String name() {
    return "start hello-world otel";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    String otel = options.text("otel");
    Path tapes = bench.tapes();
    Sample plain = new Sample();
    Sample empty = new Sample();
    Sample recording = new Sample();
    Sample other = new Sample();
    for (int i = 0; i <= options.number("runs", 9); i++) {
      double[] millis = {
        Ran.of(bench.plain(jdk, "HelloWorld")).millis(),
        Ran.of(bench.with(jdk, bench.programs, "HelloWorld")).millis(),
        Ran.of(bench.recorded(jdk, tapes, "HelloWorld")).millis(),
        otel.isEmpty()
            ? 0
            : Ran.of(bench.with(jdk, Path.of(otel), "HelloWorld")).millis()
      };
      if (i > 0) { // the first only warms the page cache
        plain.add(millis[0]);
        empty.add(millis[1]);
        recording.add(millis[2]);
        other.add(millis[3]);
      }
    }
    Bench.delete(tapes);
    double millis = recording.median();
    String behind = String.format(
        Locale.ROOT,
        "plain %.0f ms, empty agent %.0f ms, recording %.0f ms",
        plain.median(),
        empty.median(),
        millis);
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row("hello-world, recording / plain, wall", millis / plain.median(), 2.5, 1.8, behind));
    rows.add(new Row(
        "hello-world, recording / with an agent that does nothing",
        millis / empty.median(),
        1.7,
        1.3,
        behind));
    if (!otel.isEmpty()) {
      rows.add(new Row(
          "hello-world, recording / OpenTelemetry Java agent",
          millis / other.median(),
          0.15,
          0.08,
          String.format(
              Locale.ROOT, "OpenTelemetry %.0f ms, recording %.0f ms", other.median(), millis)));
    }
    return rows;
  }
}
