package dev.tapedeck.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** One JDK that programs are measured on. */
record Jdk(Path home, int version) {

  private static final int NEWER = 25;

  static Jdk at(Path home) throws IOException {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return new Jdk(home, Runtime.Version.parse(version).feature());
  }

  /** The one that runs this, and a 25 where one is found. */
  static List<Jdk> found() throws IOException {
    List<Jdk> jdks = new ArrayList<>();
    jdks.add(at(Path.of(System.getProperty("java.home"))));
    String told = System.getenv("TAPEDECK_JDK25");
    Path homes = Path.of("/usr/lib/jvm");
    if (told != null) {
      jdks.add(at(Path.of(told)));
    } else if (Files.isDirectory(homes) && jdks.get(0).version() != NEWER) {
      try (Stream<Path> all = Files.list(homes)) {
        for (Path home :
            all.filter(home -> home.toString().contains("25")).sorted().toList()) {
          if (jdks.size() == 1 && Files.exists(home.resolve("release"))) {
            jdks.add(at(home));
          }
        }
      }
    }
    return jdks;
  }

  String java() {
    return home.resolve("bin/java").toString();
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
