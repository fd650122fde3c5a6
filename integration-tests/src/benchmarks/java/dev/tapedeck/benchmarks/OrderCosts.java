package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each tier of the order between lanes costs real programs of several threads. */
final class OrderCosts implements Measurement {

  private static final String PLAIN = "plain";
  private static final String DEFAULT = "io";
  private static final String[] TIERS = {"io", "locks", "full"};

  @Override
  public String name() {
    return "order real programs";
  }

  @Override
  public List<Row> measure(Bench bench, Options options, Jdk jdk)
      throws IOException, InterruptedException {
    String wanted = options.text("program");
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, List<String>> program :
        new RealPrograms(bench.module, bench.directory).all().entrySet()) {
      if (program.getKey().contains(wanted)) {
        rows.addAll(
            rows(bench, jdk, program.getKey(), program.getValue(), options.number("repeats", 5)));
      }
    }
    return rows;
  }

  /** Runs it in each way, one after the other, so many times. */
  private static List<Row> rows(Bench bench, Jdk jdk, String name, List<String> words, int repeats)
      throws IOException, InterruptedException {
    Map<String, Cost> costs = new LinkedHashMap<>();
    costs.put(PLAIN, new Cost());
    for (String tier : TIERS) {
      costs.put(tier, new Cost());
    }
    for (int i = 0; i < repeats; i++) {
      for (Map.Entry<String, Cost> cost : costs.entrySet()) {
        run(bench, jdk, cost.getKey(), words, cost.getValue());
      }
    }
    List<Row> rows = new ArrayList<>();
    Cost plain = costs.remove(PLAIN);
    costs.forEach((tier, cost) -> rows.add(new Row(
        name + ", order=" + tier + ", recording / plain",
        cost.wall.median() / plain.wall.median(),
        tier.equals(DEFAULT) ? 1.15 : Row.NONE,
        tier.equals(DEFAULT) ? 1.05 : Row.NONE,
        String.format(
            Locale.ROOT,
            "plain %.0f ms, recording %.0f ms; processor time %.0f and %.0f ms, %.2f times",
            plain.wall.median(),
            cost.wall.median(),
            plain.processor.median(),
            cost.processor.median(),
            cost.processor.median() / plain.processor.median()))));
    return rows;
  }

  private static void run(Bench bench, Jdk jdk, String tier, List<String> words, Cost cost)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    Path tapes = bench.tapes();
    if (!tier.equals(PLAIN)) {
      command.add("-javaagent:" + bench.agent + "=dir=" + tapes + ",order=" + tier);
    }
    command.addAll(words);
    double before = ChildTime.millis();
    cost.wall.add(Ran.of(command).millis());
    cost.processor.add(ChildTime.millis() - before);
    Bench.delete(tapes);
  }

  private static final class Cost {
    final Sample wall = new Sample();
    final Sample processor = new Sample();
  }
}
