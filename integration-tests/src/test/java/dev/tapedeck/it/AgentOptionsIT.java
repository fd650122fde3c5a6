package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The agent's options: on its flag, from the environment, and left out. */
final class AgentOptionsIT {
  private static final Jdk JDK = Jdks.all().get(0);

  @Test
  void tapesGoBelowTheWorkingDirectoryWhenNothingElseIsSaid() throws IOException {
    try (World world = new World("options.default")) {
      Ran ran = world.fork(withAgent("")).run();
      assertThat(ran.err()).isEmpty();
      assertThat(tapes(world.here().resolve("tapedeck-runs"))).hasSize(1);
      world.isDone();
    }
  }

  @Test
  void theEnvironmentSaysItToo() throws IOException {
    try (World world = new World("options.environment")) {
      Ran ran = world
          .fork(withAgent(""))
          .environment(java.util.Map.of("TAPEDECK_DIR", world.tapes().toString()))
          .run();
      assertThat(ran.err()).isEmpty();
      assertThat(tapes(world.tapes())).hasSize(1);
      world.isDone();
    }
  }

  @Test
  void commasAndEqualSignsAreWrittenAsPercent() throws IOException {
    try (World world = new World("options.encoded")) {
      Ran ran = world.fork(withAgent("=dir=tapes%2C 100%25 a%3Db")).run();
      assertThat(ran.err()).isEmpty();
      assertThat(tapes(world.here().resolve("tapes, 100% a=b"))).hasSize(1);
      world.isDone();
    }
  }

  @Test
  void whatIsOffWritesNothing() throws IOException {
    try (World world = new World("options.off")) {
      Ran ran = world.fork(withAgent("=mode=off,dir=" + world.tapes())).run();
      assertThat(ran.err()).isEmpty();
      assertThat(ran.exit()).isZero();
      assertThat(tapes(world.tapes())).isEmpty();
      world.isDone();
    }
  }

  @Test
  void anUnknownOptionIsNamedAndTheProgramRuns() {
    try (World world = new World("options.unknown")) {
      Ran ran = world.fork(withAgent("=dri=" + world.tapes())).run();
      assertThat(ran.exit()).isZero();
      assertThat(ran.out()).startsWith("done at ");
      assertThat(ran.said()).as(ran::toString).hasSize(1);
      assertThat(ran.said().get(0)).contains("dri").contains("dir");
      world.isDone();
    }
  }

  @Test
  void anUnknownOrderIsNamedAndTheProgramRuns() throws IOException {
    try (World world = new World("options.order")) {
      Ran ran = world.fork(withAgent("=order=nonsense,dir=" + world.tapes())).run();
      assertThat(ran.exit()).isZero();
      assertThat(ran.out()).startsWith("done at ");
      assertThat(ran.said()).as(ran::toString).hasSize(1);
      assertThat(ran.said().get(0)).contains("nonsense").contains("io, locks and full");
      assertThat(tapes(world.tapes())).isEmpty();
      world.isDone();
    }
  }

  @Test
  void racesWithoutTheirOrderAreNamedAndTheProgramRuns() throws IOException {
    try (World world = new World("options.races")) {
      Ran ran = world.fork(withAgent("=races=com.acme,dir=" + world.tapes())).run();
      assertThat(ran.exit()).isZero();
      assertThat(ran.out()).startsWith("done at ");
      assertThat(ran.said()).as(ran::toString).hasSize(1);
      assertThat(ran.said().get(0)).contains("races=com.acme").contains("order=full");
      assertThat(tapes(world.tapes())).isEmpty();
      world.isDone();
    }
  }

  @Test
  void wovenClassesAreDumpedOnRequest() throws IOException {
    try (World world = new World("options.dump")) {
      Path dump = world.here().resolve("woven");
      Ran ran = world.fork(withAgent("=dump=" + dump + ",dir=" + world.tapes())).run();
      assertThat(ran.err()).isEmpty();
      try (Stream<Path> found = Files.walk(dump)) {
        assertThat(found.map(Path::toString)).anyMatch(file -> file.endsWith("NormalReturn.class"));
      }
      world.isDone();
    }
  }

  private static List<String> withAgent(String options) {
    return List.of(
        JDK.java(),
        "-javaagent:" + Shipped.agentJar() + options,
        "-cp",
        FixtureClasses.of17().toString(),
        "fixture.ends.NormalReturn");
  }

  private static List<Path> tapes(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(directory)) {
      return found
          .filter(path -> path.getFileName().toString().startsWith("run-"))
          .toList();
    }
  }
}
