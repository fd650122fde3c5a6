package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JDK that a replay runs on.
 *
 * @param java its java executable
 * @param version what it calls itself
 * @param sameAsRecorded whether it is of the recorded version
 */
public record ReplayJdk(Path java, String version, boolean sameAsRecorded) {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /** The given one, else one of the recorded version where it was or beside others, else the one that runs this. */
  public static ReplayJdk choose(RecordedProgram program, @Nullable Path given) {
    if (given != null) {
      return given(given, program.jvmVersion());
    }
    Path running = Path.of(System.getProperty("java.home"));
    List<Path> places = Stream.of(
            Stream.of(Path.of(program.javaHome()), running),
            beside(Path.of(program.javaHome())),
            beside(running))
        .flatMap(homes -> homes)
        .toList();
    for (Path home : places) {
      if (!Files.isExecutable(executable(home))) {
        continue;
      }
      Optional<String> version = version(home);
      if (version.isPresent() && same(version.get(), program.jvmVersion())) {
        return new ReplayJdk(executable(home), version.get(), true);
      }
    }
    return new ReplayJdk(executable(running), Runtime.version().toString(), false);
  }

  private static ReplayJdk given(Path given, String recorded) {
    Path java = Files.isDirectory(given) ? executable(given) : given;
    if (!Files.isExecutable(java)) {
      throw new Trouble(
          "there is no java at " + java + ": give --java a JDK's home or its java executable");
    }
    Path bin = java.toAbsolutePath().getParent();
    Path home = bin == null ? null : bin.getParent();
    String version =
        home == null ? "of unknown version" : version(home).orElse("of unknown version");
    return new ReplayJdk(java, version, same(version, recorded));
  }

  /** Other JDKs are often installed side by side. */
  private static Stream<Path> beside(Path home) {
    Path parent = home.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(parent)) {
      return homes.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Path executable(Path home) {
    return home.resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
  }

  private static Optional<String> version(Path home) {
    if (home.equals(Path.of(System.getProperty("java.home")))) {
      return Optional.of(Runtime.version().toString());
    }
    Properties release = new Properties();
    try (var in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    String version =
        release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION"));
    return Optional.ofNullable(version).map(quoted -> quoted.replace("\"", ""));
  }

  /** Builds and vendors of one version answer alike: 17.0.15+6 and 17.0.15+6-Debian are the same. */
  static boolean same(String one, String other) {
    return number(one).equals(number(other));
  }

  private static String number(String version) {
    int end = 0;
    while (end < version.length()
        && (Character.isDigit(version.charAt(end)) || version.charAt(end) == '.')) {
      end++;
    }
    return version.substring(0, end);
  }
}
