package dev.tapedeck.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the table of budgets, or runs JMH. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException unknown) {
      System.err.println(unknown.getMessage());
      System.exit(2);
      return;
    }
    Path module = Path.of(System.getProperty("tapedeck.module", ".")).toAbsolutePath();
    Bench bench = new Bench(options, module);
    try {
      List<String> words = options.words();
      if (words.isEmpty() || words.get(0).equals("table")) {
        Table.print(bench, options);
      } else {
        Events.print(
            bench,
            options,
            module.resolve("target/test-classes"),
            System.getProperty("tapedeck.jmh", ""),
            words.size() > 1 ? words.get(1) : "");
      }
    } finally {
      Files.deleteIfExists(bench.programs);
      if (options.text("dir").isEmpty()) {
        Bench.delete(bench.directory);
      }
    }
  }
}
