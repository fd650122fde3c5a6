package dev.tapedeck.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Programs of several threads from Maven Central, as command lines behind {@code java} and its flags. */
final class RealPrograms {

  private static final String[] JAVAC = {
    "api", "code", "file", "parser", "tree", "util", "main", "model", "processing", "comp"
  };

  private final Path jars;
  private final Path scripts;
  private final Path sources;
  private final List<String> names = new ArrayList<>();

  RealPrograms(Path module, Path directory) throws IOException {
    this.jars = module.resolve("target/programs").normalize();
    this.scripts = module.resolve("src/fixtures/scripts").normalize();
    this.sources = Files.createDirectories(directory.resolve("sources"));
    unzip();
  }

  Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("ECJ", ecj());
    all.put("SpotBugs", spotBugs());
    all.put("YCSB", ycsb());
    all.put("Clojure", clojure());
    all.put("google-java-format", googleJavaFormat(60));
    return all;
  }

  private List<String> ecj() {
    List<String> words = words("org.eclipse.jdt.internal.compiler.batch.Main", "ecj");
    words.addAll(List.of("-17", "-nowarn", "-proc:none", "-encoding", "UTF-8"));
    words.addAll(List.of("-d", sources.resolveSibling("ecj").toString()));
    words.addAll(names);
    return words;
  }

  private List<String> spotBugs() {
    List<String> words = words(
        "edu.umd.cs.findbugs.FindBugs2",
        "spotbugs",
        "spotbugs-annotations",
        "asm",
        "asm-analysis",
        "asm-commons",
        "asm-tree",
        "asm-util",
        "bcel",
        "commons-lang3",
        "commons-io",
        "commons-text",
        "dom4j",
        "gson",
        "jaxen",
        "jcip-annotations",
        "jsr305",
        "slf4j-api");
    words.addAll(List.of("-effort:min", jar("commons-lang3")));
    return words;
  }

  private List<String> ycsb() {
    List<String> words = words(
        "site.ycsb.Client",
        "core",
        "HdrHistogram",
        "htrace-core4",
        "jackson-core-asl",
        "jackson-mapper-asl");
    words.addAll(List.of("-t", "-db", "site.ycsb.BasicDB", "-threads", "4"));
    words.addAll(List.of("-p", "workload=site.ycsb.workloads.CoreWorkload"));
    words.addAll(List.of("-p", "recordcount=1000", "-p", "operationcount=2000000"));
    words.addAll(List.of("-p", "basicdb.verbose=false"));
    return words;
  }

  private List<String> clojure() {
    List<String> words = words("clojure.main", "clojure", "spec.alpha", "core.specs.alpha");
    words.add(scripts.resolve("orders.clj").toString());
    return words;
  }

  private List<String> googleJavaFormat(int files) {
    List<String> words = new ArrayList<>();
    for (String name : JAVAC) {
      words.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    words.addAll(words("com.google.googlejavaformat.java.Main", "google-java-format-all-deps"));
    words.addAll(names.subList(0, files));
    return words;
  }

  private List<String> words(String main, String... jarNames) {
    String classPath =
        Stream.of(jarNames).map(this::jar).collect(Collectors.joining(File.pathSeparator));
    return new ArrayList<>(List.of("-cp", classPath, main));
  }

  private String jar(String name) {
    Path jar = jars.resolve(name + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar + " is missing: mvn -pl integration-tests dependency:copy@real-programs");
    }
    return jar.toString();
  }

  private void unzip() throws IOException {
    try (ZipFile zip = new ZipFile(jar("commons-lang3-sources"))) {
      for (ZipEntry entry :
          zip.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
        Path file = sources.resolve(entry.getName()).normalize();
        if (!file.startsWith(sources)) {
          throw new IOException("a jar that leads outside: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.write(file, in.readAllBytes());
        }
        names.add(file.toString());
      }
    }
  }
}
