package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Given a directory that may hold so much, when programs run one after the other, then the newest tapes are there, and replay. */
final class RetentionIT {
  /** A run of a small program takes 520 kB. */
  private static final String TWO = "max-bytes=1200K";

  @EachJdk
  void theNewestAreLeftAndThoseThatAreKept(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("clocks.SystemClocks"), jdk)) {
      isQuiet(take.record(TWO));
      Path first = runs(take).get(0);
      assertThat(take.tapedeck("keep").exit()).isZero();
      isQuiet(take.record(TWO));
      isQuiet(take.record(TWO));
      assertThat(runs(take)).hasSize(2).contains(first);
      assertThat(take.command(List.of("keep", "--undo", first.toString())).exit())
          .isZero();
      isQuiet(take.record(TWO));
      assertThat(runs(take)).hasSize(2).doesNotContain(first);
      Ran recorded = take.record("max-bytes=0,max-age=0s");
      isQuiet(recorded);
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      assertThat(Tree.of(take.world().tapes()).keySet())
          .noneMatch(name -> name.endsWith("running") || name.endsWith(".begun"));
      take.isDone();
    }
  }

  @EachJdk
  void aRunThatWasKilledGoesToo(Jdk jdk) {
    Fixture fixture = Fixture.varying("disaster.Chatter").asPeopleRunIt();
    try (Take take = new Take(fixture, jdk)) {
      try (Running running = take.recording(TWO).start();
          Running other = take.recording(TWO).start()) {
        running.awaitOut("\n");
        other.awaitOut("\n");
        assertThat(runs(take)).hasSize(2);
        running.kill();
        try (Running third = take.recording("max-bytes=0").start()) {
          third.awaitOut("\n");
          assertThat(runs(take)).as("the killed one is gone, the other goes on").hasSize(2);
          third.kill();
        }
        other.kill();
      }
      take.isDone();
    }
  }

  @EachJdk
  void onlyFailuresAreKept(Jdk jdk) {
    try (World world = new World("retention.failures")) {
      Ran well = recording(jdk, world, "ends.NormalReturn").run();
      assertThat(well.exit()).as(well::toString).isZero();
      assertThat(well.said())
          .containsExactly("tapedeck: the run ended well: its tape is not kept\n");
      assertThat(Tree.of(world.tapes()).keySet()).noneMatch(name -> name.contains("run-"));
      Ran failed = recording(jdk, world, "ends.Exit", "exit").run();
      assertThat(failed.exit()).as(failed::toString).isEqualTo(3);
      assertThat(Tree.of(world.tapes()).keySet()).anyMatch(name -> name.contains("run-"));
      world.isDone();
    }
  }

  private static Fork recording(Jdk jdk, World world, String program, String... arguments) {
    List<String> line = new java.util.ArrayList<>(List.of(
        jdk.java(),
        "-jar",
        Shipped.tapedeckJar().toString(),
        "record",
        "-d",
        world.tapes().toString(),
        "-o",
        "keep=failures",
        "--",
        jdk.java(),
        "-cp",
        FixtureClasses.of17().toString(),
        "fixture." + program));
    line.addAll(List.of(arguments));
    return world.fork(line);
  }

  private static void isQuiet(Ran ran) {
    assertThat(ran.exit()).as(ran::toString).isZero();
    assertThat(ran.err()).isEmpty();
  }

  private static List<Path> runs(Take take) {
    return Tree.of(take.world().tapes()).keySet().stream()
        .filter(name -> name.endsWith("/header"))
        .map(name -> take.world().tapes().resolve(name).getParent())
        .sorted()
        .collect(Collectors.toList());
  }
}
