package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the table of budgets. */
final class Table {

  private static final List<Measurement> ALL = List.of(
      new StartUp(),
      new Clocks(),
      new CpuBound(),
      new FileCosts(),
      new SealCosts(),
      new HttpCosts(),
      new OrderCosts(),
      new TapeTools(),
      new SleepReplay(),
      new Footprint());

  private Table() {}

  static void print(Bench bench, Options options) throws IOException, InterruptedException {
    String only = options.text("only");
    for (Jdk jdk : options.jdks()) {
      System.out.printf(
          Locale.ROOT,
          "%n%s, %d processors, load %s%n",
          jdk.home(),
          Runtime.getRuntime().availableProcessors(),
          Load.now());
      System.out.printf("%-74s %8s %8s %8s%n", jdk, "measured", "budget", "stretch");
      List<Row> rows = new ArrayList<>();
      for (Measurement measurement : ALL) {
        if (measurement.name().contains(only)) {
          for (Row row : measurement.measure(bench, options, jdk)) {
            rows.add(row);
            line(row);
          }
        }
      }
      System.out.printf("load %s%n", Load.now());
      behind(rows);
    }
  }

  private static void line(Row row) {
    System.out.printf(
        Locale.ROOT,
        "%-74s %8.2f %8s %8s%s%n",
        row.what(),
        row.value(),
        text(row.budget()),
        text(row.stretch()),
        row.isOver() ? "  over" : row.value() <= row.stretch() ? "  stretch" : "");
  }

  private static String text(double limit) {
    return limit == Row.NONE ? "" : String.format(Locale.ROOT, "%.2f", limit);
  }

  private static void behind(List<Row> rows) {
    for (Row row : rows) {
      System.out.printf("  %s: %s%n", row.what(), row.behind());
    }
  }
}
