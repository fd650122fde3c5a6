package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The replay of a program that sleeps; how long it slept does not matter, only how often. */
final class SleepReplay implements Measurement {

  private static final double SECONDS = 10;

  @Override
  public String name() {
    return "sleep replay";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    int seconds = options.number("sleep", 3);
    Path tapes = bench.tapes();
    Ran recorded = Ran.of(bench.recorded(jdk, tapes, "Sleeper", seconds));
    Ran replayed = Ran.of(bench.replayed(jdk, Bench.run(tapes)));
    Bench.delete(tapes);
    return List.of(new Row(
        "replay of a program that sleeps, in seconds",
        replayed.millis() / 1000,
        SECONDS,
        Row.NONE,
        String.format(
            Locale.ROOT,
            "sleeps %d s (an hour: --sleep=3600); recording %.1f s, replay %.1f s",
            seconds,
            recorded.millis() / 1000,
            replayed.millis() / 1000)));
  }
}
