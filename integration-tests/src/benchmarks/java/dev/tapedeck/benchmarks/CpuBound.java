package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A program that computes, and reads the clock a thousand times a second. */
final class CpuBound implements Measurement {

  @Override
  public String name() {
    return "cpu-bound replay";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    int slices = options.number("work", 10_000);
    Sample plain = new Sample();
    Sample recording = new Sample();
    Sample plainWall = new Sample();
    Sample replayWall = new Sample();
    for (int i = 0; i < options.number("repeats", 3); i++) {
      double start = Ran.of(bench.plain(jdk, "Work", 0)).millis();
      Ran ran = Ran.of(bench.plain(jdk, "Work", slices));
      plain.add(ran.figure(0));
      plainWall.add(ran.millis() - start);
      double replayStart = replay(bench, jdk, 0, new Sample());
      replayWall.add(replay(bench, jdk, slices, recording) - replayStart);
    }
    return List.of(
        new Row(
            "CPU-bound, 1,000 events a second, recording / plain",
            recording.median() / plain.median(),
            1.02,
            1.00,
            String.format(
                Locale.ROOT,
                "plain %.0f ms, recording %.0f ms, measured inside",
                plain.median(),
                recording.median())),
        new Row(
            "CPU-bound, replay / plain",
            replayWall.median() / plainWall.median(),
            1.1,
            1.0,
            String.format(
                Locale.ROOT,
                "plain %.0f ms, replay %.0f ms, without their start",
                plainWall.median(),
                replayWall.median())));
  }

  /** Records the program and returns how long its replay took. */
  private static double replay(Bench bench, Jdk jdk, int slices, Sample recording)
      throws IOException, InterruptedException {
    Path tapes = bench.tapes();
    recording.add(Ran.of(bench.recorded(jdk, tapes, "Work", slices)).figure(0));
    double millis = Ran.of(bench.replayed(jdk, Bench.run(tapes))).millis();
    Bench.delete(tapes);
    return millis;
  }
}
