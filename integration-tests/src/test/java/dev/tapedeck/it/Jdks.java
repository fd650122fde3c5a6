package dev.tapedeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs of this test run: those of {@code -Dtapedeck.jdks}, or the one that runs the tests and a 25 beside it. */
final class Jdks {
  private static final List<Jdk> ALL = find();

  private Jdks() {}

  static List<Jdk> all() {
    return ALL;
  }

  private static List<Jdk> find() {
    String told = System.getProperty("tapedeck.jdks", "");
    return told.isBlank()
        ? guess()
        : Stream.of(told.split(","))
            .map(String::trim)
            .map(Path::of)
            .map(Jdk::at)
            .toList();
  }

  private static List<Jdk> guess() {
    Jdk own = Jdk.at(Path.of(System.getProperty("java.home")));
    Stream<Jdk> newer = named25()
        .map(Jdk::at)
        .filter(jdk -> jdk.version() == 25 && own.version() != 25)
        .limit(1);
    return Stream.concat(Stream.of(own), newer).toList();
  }

  private static Stream<Path> named25() {
    String told = System.getenv("TAPEDECK_JDK25");
    if (told != null) {
      return Stream.of(Path.of(told));
    }
    try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
      return homes
          .filter(home -> home.getFileName().toString().contains("25")
              && Files.exists(home.resolve("bin/javac")))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.of();
    }
  }
}
