package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars of programs that nobody here wrote. */
final class ProgramJars {
  static final int EVERYTHING = Integer.MAX_VALUE;

  private ProgramJars() {}

  static Path jar(String name) {
    Path jar = Shipped.output().resolve("programs").resolve(name + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar + " is missing: mvn -pl integration-tests dependency:copy@real-programs");
    }
    return jar;
  }

  static String classPath(String... names) {
    return Stream.of(names).map(name -> jar(name).toString()).collect(Collectors.joining(":"));
  }

  /** Gives a program so many sources of commons-lang, and says how they are called. */
  static List<String> commonsLang(Fixture fixture, int limit) {
    List<String> names = new ArrayList<>();
    try (ZipFile sources = new ZipFile(jar("commons-lang3-sources").toFile())) {
      for (ZipEntry entry : sources.stream()
          .filter(e -> e.getName().endsWith(".java"))
          .limit(limit)
          .toList()) {
        fixture.file(entry.getName(), sources.getInputStream(entry).readAllBytes());
        names.add(entry.getName());
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
