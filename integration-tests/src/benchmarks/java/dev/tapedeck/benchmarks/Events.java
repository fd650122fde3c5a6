package dev.tapedeck.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs JMH twice over, plain and recorded, and prints both side by side. */
final class Events {

  private static final String PACKAGE = "dev/tapedeck/benchmarks/event";

  /** The score's place in a line of JMH's table, and its unit's. */
  private static final int SCORE = 4;

  private static final int UNIT = 6;

  private final Bench bench;
  private final Path classes;
  private final String libraries;

  private Events(Bench bench, String libraries) throws IOException {
    this.bench = bench;
    this.classes = Files.createDirectories(bench.directory.resolve("classes"));
    this.libraries = libraries;
  }

  static void print(Bench bench, Options options, Path compiled, String libraries, String name)
      throws IOException, InterruptedException {
    Events events = new Events(bench, libraries);
    events.generate(compiled);
    for (Jdk jdk : options.jdks()) {
      System.out.printf("%n%s, load %s%n", jdk.home(), Load.now());
      Map<String, Double> plain = events.measured(jdk, name, "-Dplain=true");
      String given = options.text("tier");
      for (String tier : (given.isEmpty() ? "io" : given).split(",")) {
        System.out.printf(
            "%-36s %12s %12s %8s%n",
            jdk + ", order=" + tier + ", ns", "plain", "recording", "ratio");
        Path tapes = bench.tapes();
        String agent = "-javaagent:" + bench.agent + "=dir=" + tapes + ",order=" + tier;
        Map<String, Double> recorded = events.measured(jdk, name, agent);
        Bench.delete(tapes);
        plain.forEach(
            (event, nanos) -> line(event, nanos, recorded.getOrDefault(event, Double.NaN)));
      }
      System.out.printf("load %s%n", Load.now());
    }
  }

  private static void line(String event, double plain, double recorded) {
    System.out.printf(
        Locale.ROOT, "%-36s %12.1f %12.1f %8.2f%n", event, plain, recorded, recorded / plain);
  }

  /** Does what JMH's annotation processor would: the build only compiles the benchmarks. */
  private void generate(Path compiled) throws IOException, InterruptedException {
    Path copies = Files.createDirectories(classes.resolve(PACKAGE));
    try (Stream<Path> all = Files.list(compiled.resolve(PACKAGE))) {
      for (Path file : all.toList()) {
        Files.copy(file, copies.resolve(file.getFileName()));
      }
    }
    Path sources = Files.createDirectories(bench.directory.resolve("sources"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Ran.of(List.of(
        java,
        "-cp",
        classPath(),
        "org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator",
        classes.toString(),
        sources.toString(),
        classes.toString()));
    List<String> compiler = new ArrayList<>(List.of(
        java + "c",
        "-nowarn",
        "-proc:none",
        "--release",
        "17",
        "-d",
        classes.toString(),
        "-cp",
        classPath()));
    try (Stream<Path> all = Files.walk(sources)) {
      all.filter(path -> path.toString().endsWith(".java"))
          .forEach(path -> compiler.add(path.toString()));
    }
    Ran.of(compiler);
  }

  private String classPath() {
    return classes + File.pathSeparator + libraries;
  }

  private Map<String, Double> measured(Jdk jdk, String name, String flag)
      throws IOException, InterruptedException {
    Path table = bench.directory.resolve("jmh.csv");
    Ran.of(List.of(
        jdk.java(),
        "-cp",
        classPath(),
        "org.openjdk.jmh.Main",
        name.isEmpty() ? "\\.event\\." : name,
        "-foe",
        "true",
        "-jvmArgs",
        flag,
        "-rf",
        "csv",
        "-rff",
        table.toString()));
    Map<String, Double> values = new TreeMap<>();
    List<String> lines = Files.readAllLines(table);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.replace("\"", "").split(",", -1);
      String event = cells[0].substring(PACKAGE.length() + 1);
      double unit = cells[UNIT].startsWith("us") ? 1000 : 1;
      values.put(event, Double.parseDouble(cells[SCORE]) * unit / batch(event));
    }
    return values;
  }

  /** How many calls JMH gives the time of. */
  private static double batch(String event) {
    return event.endsWith(".read64KiB") ? 1024 : event.endsWith(".read64Bytes") ? 100_000 : 1;
  }
}
