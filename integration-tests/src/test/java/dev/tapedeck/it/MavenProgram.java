package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Maven, working offline on a project, with a local repository that has what it needs and no more. */
final class MavenProgram {
  private static final Path HOME = Shipped.output().resolve("programs/apache-maven-3.9.9");
  private static final String POM = Scripts.read("orders-pom.xml");

  private MavenProgram() {}

  /** The jars of the plug-in are a part of the program; the rest of the repository goes with the world. */
  static Fixture dependencyTree() {
    return with("programs.Maven", settings(), "").arguments("--offline");
  }

  /** The same with what the project needs still to be fetched, from a server. */
  static Fixture resolving() {
    return with(
            "programs.MavenFetching", settings("${env.REPOSITORY}"), "org/assertj net/bytebuddy")
        .arguments("dependency:resolve")
        .servedRepository("REPOSITORY");
  }

  private static Fixture with(String name, String settings, String lacking) {
    Fixture fixture = Fixture.varying(name)
        .started(jdk -> commandLine("repository"))
        .talkingOnErr()
        .file("pom.xml", POM)
        .file("settings.xml", settings)
        .staying(".jar");
    Path repository = Repository.PREPARED;
    try (Stream<Path> found = Files.walk(repository)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String path = repository.relativize(file).toString();
        boolean isLacking = Stream.of(lacking.split(" "))
            .anyMatch(part -> !part.isEmpty() && path.startsWith(part));
        if (!isLacking && !path.endsWith("_remote.repositories")) {
          fixture.file("repository/" + path, Files.readAllBytes(file));
        }
      }
      return fixture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> commandLine(String repository) {
    return List.of(
        "-cp",
        HOME.resolve("boot/plexus-classworlds-2.8.0.jar").toString(),
        "-Dclassworlds.conf=" + HOME.resolve("bin/m2.conf"),
        "-Dmaven.home=" + HOME,
        "-Dmaven.multiModuleProjectDirectory=.",
        "-Dmaven.repo.local=" + repository,
        "org.codehaus.plexus.classworlds.launcher.Launcher",
        "--batch-mode",
        "--settings",
        "settings.xml",
        "dependency:tree");
  }

  /** Everything from the repository of our own build. */
  private static String settings() {
    return settings(Path.of(repository()).toUri().toString());
  }

  private static String settings(String url) {
    return "<settings><mirrors><mirror><id>build</id><mirrorOf>*</mirrorOf><url>" + url
        + "</url></mirror></mirrors></settings>";
  }

  /** The repository of our own build. */
  static String repository() {
    return System.getProperty(
        "tapedeck.test.repository", System.getProperty("user.home") + "/.m2/repository");
  }

  /** Filled by Maven itself, once. */
  private static final class Repository {
    static final Path PREPARED = prepare(Shipped.output().resolve("programs-built/maven"));

    private static Path prepare(Path directory) {
      Path repository = directory.resolve("repository");
      try {
        World.delete(directory);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("pom.xml"), POM);
        Files.writeString(directory.resolve("settings.xml"), settings());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      List<String> line = new ArrayList<>(List.of(Jdks.all().get(0).java()));
      line.addAll(commandLine(repository.toString()));
      Ran maven = new Fork(line).in(directory).run();
      assertThat(maven.exit()).as(maven::toString).isZero();
      return repository;
    }
  }
}
