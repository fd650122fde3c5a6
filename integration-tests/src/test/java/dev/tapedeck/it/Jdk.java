package dev.tapedeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** One JDK that programs are recorded and replayed on. */
record Jdk(Path home, int version) {

  static Jdk at(Path home) {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("no JDK at " + home, e);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return new Jdk(home, Runtime.Version.parse(version).feature());
  }

  String java() {
    return tool("java");
  }

  String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Whether this JDK can make an image: from {@code jmods}, or from itself since 24. */
  boolean links() {
    return Files.isDirectory(home.resolve("jmods"))
        || (version >= 24 && Files.exists(home.resolve("lib/modules")) && listsLinking());
  }

  private boolean listsLinking() {
    Ran help = new Fork(List.of(tool("jlink"), "--help")).run();
    return help.out().contains("Linking from run-time image enabled");
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
