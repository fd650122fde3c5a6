package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the two jars are that people get, and where the tests may write. */
final class Shipped {

  private Shipped() {}

  static Path agentJar() {
    return built("tapedeck.agent.jar", "../agent/target/tapedeck-agent.jar");
  }

  static Path tapedeckJar() {
    return built("tapedeck.jar", "../replay-runner/target/tapedeck.jar");
  }

  static Path output() {
    Path output = Path.of(System.getProperty("tapedeck.test.output", "target"))
        .toAbsolutePath()
        .normalize();
    try {
      return Files.createDirectories(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module's own directory, whatever directory the tests were started in. */
  static Path module() {
    return output().getParent();
  }

  private static Path built(String property, String fallback) {
    String told = System.getProperty(property);
    Path jar = (told == null ? module().resolve(fallback) : Path.of(told))
        .toAbsolutePath()
        .normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: run mvn -q -DskipTests package first");
    }
    return jar;
  }
}
