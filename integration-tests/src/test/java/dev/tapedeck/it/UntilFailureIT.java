package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Given a program that fails now and then, when it is recorded until it fails, then that tape alone is kept. */
final class UntilFailureIT {
  private static final Pattern FAILED =
      Pattern.compile("tapedeck: run (\\d+) failed with exit status (\\d+); its tape: (.*)\n");

  @EachJdk
  void keepsTheTapeOfTheRunThatFailed(Jdk jdk) {
    try (World world = new World("until.failure")) {
      Map<String, String> foreign = foreignRun(jdk, world);
      Ran ran = recording(jdk, world, List.of(), "series.NowAndThen", "20")
          .input("hello".getBytes(UTF_8))
          .run();
      assertThat(ran.exit()).as(ran::toString).isEqualTo(1);
      assertThat(ran.out())
          .as("what the others printed is not shown")
          .isEqualTo("heard hello\ndrawn 0\n");
      assertThat(ran.programErr())
          .startsWith("about to draw\nException")
          .containsOnlyOnce("about to draw");
      Path tape = Path.of(failed(ran).group(3));
      assertThat(ran.said()).contains("  replay it with: tapedeck replay " + tape + "\n");
      Map<String, String> kept = Tree.of(world.tapes());
      assertThat(kept).containsAllEntriesOf(foreign);
      kept.keySet().removeAll(foreign.keySet());
      assertThat(kept.keySet())
          .as("nothing but the one run")
          .isNotEmpty()
          .allMatch(name -> world.tapes().resolve(name).startsWith(tape)
              || tape.startsWith(world.tapes().resolve(name)));
      world.isGone();
      Verdict.isFaithful(
          ran,
          world
              .fork(List.of(
                  jdk.java(), "-jar", Shipped.tapedeckJar().toString(), "replay", tape.toString()))
              .run());
      world.isDone();
    }
  }

  @EachJdk
  void keepsNothingWhereNoRunFails(Jdk jdk) {
    try (World world = new World("until.never")) {
      Map<String, String> foreign = foreignRun(jdk, world);
      Ran ran =
          recording(jdk, world, List.of("--max", "5"), "ends.NormalReturn").run();
      assertThat(ran.exit()).as(ran::toString).isZero();
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).isEqualTo("tapedeck: none of 5 runs failed: no tape is kept\n");
      assertThat(Tree.of(world.tapes())).isEqualTo(foreign);
      world.isDone();
    }
  }

  @EachJdk
  void aSignalIsAFailure(Jdk jdk) {
    try (World world = new World("until.killed")) {
      Ran ran = recording(jdk, world, List.of(), "series.Killed").run();
      assertThat(ran.exit()).as(ran::toString).isEqualTo(128 + 9);
      Matcher failed = failed(ran);
      assertThat(failed.group(1)).isEqualTo("1");
      Ran replayed = world
          .fork(List.of(
              jdk.java(), "-jar", Shipped.tapedeckJar().toString(), "replay", failed.group(3)))
          .run();
      assertThat(replayed.out()).as(replayed::toString).isEqualTo(ran.out());
      assertThat(replayed.exit()).as(replayed::toString).isZero();
      world.isDone();
    }
  }

  /** Without -d, in the directory where the command runs. */
  @EachJdk
  void keepsTapesWhereRecordDoes(Jdk jdk) {
    try (World world = new World("until.default")) {
      Ran ran = world
          .fork(List.of(
              jdk.java(),
              "-jar",
              Shipped.tapedeckJar().toString(),
              "record",
              "--until-failure",
              "--max",
              "3",
              "--",
              jdk.java(),
              "-cp",
              FixtureClasses.of17().toString(),
              "fixture.ends.Exit",
              "exit"))
          .run();
      assertThat(ran.exit()).as(ran::toString).isEqualTo(3);
      Path tape = Path.of(failed(ran).group(3));
      assertThat(tape).isRelative().startsWithRaw(Path.of("tapedeck-runs"));
      assertThat(world.here().resolve(tape)).isDirectory();
      world.isDone();
    }
  }

  /** Somebody loses patience: the run that goes on leaves nothing. */
  @EachJdk
  void endsWhenItIsTold(Jdk jdk) {
    try (World world = new World("until.told")) {
      Ran ran;
      List<ProcessHandle> children;
      try (Running running = recording(jdk, world, List.of(), "ends.Terminated").start()) {
        while (Tree.of(world.tapes()).keySet().stream().noneMatch(name -> name.contains("run-"))) {
          Running.pause(Duration.ofMillis(5));
        }
        children = ProcessHandle.of(running.pid()).orElseThrow().descendants().toList();
        ran = running.terminate();
      }
      assertThat(ran.exit()).as(ran::toString).isEqualTo(128 + 15);
      assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
      assertThat(ran.out() + ran.err()).isEmpty();
      assertThat(Tree.of(world.tapes())).isEmpty();
      world.isDone();
    }
  }

  /** Each run gets what has come and what comes; a run that does not read need not wait for an end of it. */
  @EachJdk
  void anInputMayStayOpen(Jdk jdk) {
    try (World world = new World("until.open")) {
      Fork fork = recording(jdk, world, List.of("--max", "3"), "ends.NormalReturn");
      try (Running running = fork.startTalking()) {
        assertThat(running.say("never read").end().exit()).isZero();
      }
      Fork reading = recording(jdk, world, List.of(), "series.FirstLine");
      try (Running running = reading.startTalking()) {
        Running.pause(Duration.ofMillis(300));
        Ran ran = running.say("first").end();
        assertThat(ran.out()).as(ran::toString).isEqualTo("read first\n");
        assertThat(ran.exit()).as(ran::toString).isEqualTo(5);
      }
      world.isDone();
    }
  }

  /** Running a thousand times what cannot be recorded would be for nothing. */
  @EachJdk
  void stopsWhereNothingIsRecorded(Jdk jdk) {
    try (World world = new World("until.off")) {
      Ran ran =
          recording(jdk, world, List.of("-o", "mode=off"), "ends.NormalReturn").run();
      assertThat(ran.exit()).as(ran::toString).isEqualTo(2);
      assertThat(ran.said()).hasSize(1).allMatch(line -> line.contains("run 1 was not recorded"));
      assertThat(Tree.of(world.tapes())).isEmpty();
      world.isDone();
    }
  }

  private static Map<String, String> foreignRun(Jdk jdk, World world) {
    Ran ran = world
        .fork(List.of(
            jdk.java(),
            "-javaagent:" + Shipped.agentJar() + "=dir=" + world.tapes(),
            "-cp",
            FixtureClasses.of17().toString(),
            "fixture.ends.NormalReturn"))
        .run();
    assertThat(ran.exit()).as(ran::toString).isZero();
    return Tree.of(world.tapes());
  }

  private static Fork recording(Jdk jdk, World world, List<String> options, String... program) {
    List<String> line = new ArrayList<>(List.of(
        jdk.java(),
        "-jar",
        Shipped.tapedeckJar().toString(),
        "record",
        "--until-failure",
        "-d",
        world.tapes().toString()));
    line.addAll(options);
    line.addAll(List.of("--", jdk.java(), "-cp", FixtureClasses.of17().toString()));
    line.add("fixture." + program[0]);
    line.addAll(List.of(program).subList(1, program.length));
    return world.fork(line);
  }

  private static Matcher failed(Ran ran) {
    Matcher matcher = FAILED.matcher(ran.err());
    assertThat(matcher.find()).as(ran::toString).isTrue();
    return matcher;
  }
}
