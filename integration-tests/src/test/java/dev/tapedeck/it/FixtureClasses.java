package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the fixture programs, each source tree once. */
final class FixtureClasses {

  private FixtureClasses() {}

  static Path of17() {
    return Tree17.CLASSES;
  }

  static Path of21() {
    return Tree21.CLASSES;
  }

  static Path sources() {
    return Shipped.module().resolve("src/fixtures");
  }

  /** Compiles everything below a directory, as its author's build would: plainly. */
  static Path compile(Jdk jdk, int release, Path sources, Path classes, Object... more) {
    try (Stream<Path> found = Files.walk(sources)) {
      World.delete(classes);
      List<String> line = new ArrayList<>(List.of(
          jdk.tool("javac"),
          "-nowarn",
          "-g",
          "-XDignore.symbol.file",
          "-encoding",
          "UTF-8",
          "-d",
          classes.toString()));
      if (release > 0) {
        line.addAll(List.of("-source", "" + release, "-target", "" + release));
      }
      Arrays.stream(more).map(Object::toString).forEach(line::add);
      found.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(line::add);
      Ran javac = new Fork(line).run();
      assertThat(javac.exit()).as(javac::toString).isZero();
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Tree17 {
    static final Path CLASSES = compile(
        Jdks.all().get(0), 17, sources().resolve("java"), Shipped.output().resolve("fixtures/17"));
  }

  private static final class Tree21 {
    static final Path CLASSES =
        compile(newest(), 21, sources().resolve("java21"), Shipped.output().resolve("fixtures/21"));

    private static Jdk newest() {
      return Jdks.all().stream().filter(jdk -> jdk.version() >= 21).findFirst().orElseThrow();
    }
  }
}
