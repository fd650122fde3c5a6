package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Where things are: the shipped jars, the programs in a jar of their own, room for tapes. */
final class Bench {

  private static final String PROGRAMS = "dev.tapedeck.benchmarks.program.";
  private static final String[] NAMES = {
    "HelloWorld",
    "EmptyAgent",
    "ClockLoop",
    "Work",
    "FileWork",
    "FileReads",
    "FlightEvents",
    "FlightEvents$FileRead",
    "HttpWork",
    "Sleeper",
    "ManyThreads"
  };

  final Path directory;
  final Path module;
  final Path agent;
  final Path command;
  final Path programs;

  Bench(Options options, Path module) throws IOException {
    String given = options.text("dir");
    directory = given.isEmpty()
        ? Files.createTempDirectory("tapedeck-benchmarks")
        : Files.createDirectories(Path.of(given)).toAbsolutePath();
    this.module = module;
    agent = built(module.resolve("../agent/target/tapedeck-agent.jar"));
    command = built(module.resolve("../replay-runner/target/tapedeck.jar"));
    programs = directory.resolve("programs.jar");
    pack(programs);
  }

  private static Path built(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: run mvn -q -DskipTests package first");
    }
    return jar.toAbsolutePath().normalize();
  }

  /** The jar is an agent too, one that does nothing. */
  private static void pack(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", PROGRAMS + "EmptyAgent");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (String name : NAMES) {
        String entry = (PROGRAMS + name).replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        try (InputStream in = Bench.class.getResourceAsStream("/" + entry)) {
          if (in == null) {
            throw new IllegalStateException(entry + " is missing");
          }
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  /** The command line of a program without anything of ours. */
  List<String> plain(Jdk jdk, String program, Object... arguments) {
    return command(jdk, List.of(), program, arguments);
  }

  /** The same, recorded below that directory. */
  List<String> recorded(Jdk jdk, Path tapes, String program, Object... arguments) {
    return command(jdk, List.of("-javaagent:" + agent + "=dir=" + tapes), program, arguments);
  }

  /** The same with another agent. */
  List<String> with(Jdk jdk, Path otherAgent, String program) {
    return command(jdk, List.of("-javaagent:" + otherAgent), program);
  }

  List<String> replayed(Jdk jdk, Path run) {
    return List.of(jdk.java(), "-jar", command.toString(), "replay", run.toString());
  }

  private List<String> command(Jdk jdk, List<String> flags, String program, Object... arguments) {
    List<String> words = new ArrayList<>();
    words.add(jdk.java());
    words.addAll(flags);
    words.addAll(List.of("-cp", programs.toString(), PROGRAMS + program));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    return words;
  }

  /** An empty directory for tapes. */
  Path tapes() throws IOException {
    return Files.createTempDirectory(directory, "tapes");
  }

  /** The only run below a directory. */
  static Path run(Path tapes) throws IOException {
    try (Stream<Path> all = Files.walk(tapes)) {
      return all.filter(path -> path.getFileName().toString().startsWith("run-"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("nothing was recorded in " + tapes));
    }
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
