package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tapedeck command as a person types it, from a recording to its replay in a debugger. */
final class CommandIT {

  /** {@code tapedeck record} ends as the program did; {@code tapedeck replay} finds the newest run. */
  @EachJdk
  void recordsAndReplaysTheNewest(Jdk jdk) {
    try (World world = new World("command.record")) {
      Ran other = record(jdk, world, "fixture.ends.NormalReturn");
      assertThat(other.exit()).as(other::toString).isZero();
      Ran recorded = record(jdk, world, "fixture.ends.Exit", "exit");
      assertThat(recorded.exit()).as("the status is the program's: " + recorded).isEqualTo(3);
      assertThat(recorded.programErr()).isEmpty();
      Ran listed = tapedeck(jdk, world, "ls", world.tapes().toString());
      assertThat(listed.out()).contains("fixture.ends.NormalReturn").contains("fixture.ends.Exit");
      world.isGone();
      Verdict.isFaithful(recorded, tapedeck(jdk, world, "replay", world.tapes().toString()));
      world.isDone();
    }
  }

  @EachJdk
  void saysWhatIsOnATape(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      Ran recorded = take.record();
      Ran info = take.worldIsGone().tapedeck("info");
      assertThat(info.out())
          .contains("fixture.clocks.SystemClocks")
          .contains("clock_read")
          .contains("exit 0");
      List<String> lines = take.tapedeck("cat").out().lines().toList();
      assertThat(lines.get(0))
          .startsWith("{\"type\":\"header\",\"version\":1,\"harn_version\":\"tapedeck/");
      assertThat(lines.subList(1, lines.size()))
          .allMatch(line -> line.startsWith("{\"type\":\"record\",\"seq\":") && line.endsWith("}"));
      assertThat(lines.get(lines.size() - 1))
          .contains("\"kind\":\"run_end\"")
          .contains("\"clean\":true");
      String first = recorded.out().lines().findFirst().orElseThrow();
      assertThat(lines.get(1)).contains("\"source\":\"wall\",\"value_ms\":" + first);
      Path report = take.world().bench();
      Ran replayed = take.replay("--report", report.toString());
      Verdict.isFaithful(recorded, replayed);
      assertThat(Files.readString(report)).contains("\"faithful\"");
      take.isDone();
    }
  }

  /** Suspended before its first line until a debugger lets it go. */
  @EachJdk
  void waitsForADebugger(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      Ran recorded = take.record();
      int port = Debugger.freePort();
      try (Running running = replaying(take, "--debug=" + port).start();
          Debugger debugger = Debugger.attach(port)) {
        assertThat(running.outSoFar()).isEmpty();
        debugger.resume();
        Verdict.isFaithful(recorded, running.end());
      }
      take.isDone();
    }
  }

  /** Suspended before the event that was asked for: what came before it has happened, and nothing else. */
  @EachJdk
  void stopsBeforeAnEvent(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      Ran recorded = take.record();
      int port = Debugger.freePort();
      try (Running running = replaying(take, "--debug=" + port, "--until", "2").start();
          Debugger debugger = Debugger.attach(port)) {
        String first = recorded.out().lines().findFirst().orElseThrow();
        assertThat(running.outSoFar()).isEqualTo(first + "\n");
        debugger.resume();
        Verdict.isFaithful(recorded, running.end());
      }
      take.isDone();
    }
  }

  /** A class path that was relative where the program ran. */
  @EachJdk
  void replaysFromAnotherDirectory(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.varying("clocks.SystemClocks")
        .started(j -> List.of("-cp", "classes", "fixture.clocks.SystemClocks"));
    try (Take take = new Take(fixture, jdk)) {
      String name = "fixture/clocks/SystemClocks.class";
      take.world()
          .put("classes/" + name, Files.readAllBytes(FixtureClasses.of17().resolve(name)));
      Ran recorded = take.record();
      Ran replayed = new Fork(List.of(
              jdk.java(),
              "-jar",
              Shipped.tapedeckJar().toString(),
              "replay",
              take.tape().toString()))
          .in(take.world().tapes())
          .run();
      Verdict.isFaithful(recorded, replayed);
      take.isDone();
    }
  }

  private static Ran record(Jdk jdk, World world, String... program) {
    List<String> line = new ArrayList<>(List.of(
        "record",
        "-d",
        world.tapes().toString(),
        "--",
        jdk.java(),
        "-cp",
        FixtureClasses.of17().toString()));
    line.addAll(List.of(program));
    return tapedeck(jdk, world, line.toArray(String[]::new));
  }

  private static Ran tapedeck(Jdk jdk, World world, String... arguments) {
    List<String> line =
        new ArrayList<>(List.of(jdk.java(), "-jar", Shipped.tapedeckJar().toString()));
    line.addAll(List.of(arguments));
    return world.fork(line).run();
  }

  /** In the world as it was: a debugger needs its network. */
  private static Fork replaying(Take take, String... options) {
    List<String> line = new ArrayList<>(List.of("replay", take.tape().toString()));
    line.addAll(List.of(options));
    return take.replaying(line);
  }
}
