package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Given a program that goes where no boundary is, the doctor says where; of another it says that nothing is missing. */
final class DoctorIT {

  @EachJdk
  void whereARunLeavesTheTape(Jdk jdk) {
    Fixture fixture = Fixture.varying("uncovered.Reaching").named("doctor").arguments("socket");
    try (Take take = new Take(fixture, jdk)) {
      take.record();
      Ran said = take.tapedeck("doctor");
      assertThat(said.exit()).as(said::toString).isEqualTo(1);
      assertThat(said.out())
          .containsPattern("outside every boundary, 1 time: a (socket|connection).*Reaching\\.")
          .containsPattern("java\\.net\\.Socket\\.<init> at .*\\(Reaching\\.java:\\d+\\)");
      take.isDone();
    }
  }

  @EachJdk
  void aProgramThatIsStartedForIt(Jdk jdk) {
    try (World world = new World("doctor.started")) {
      String classes = FixtureClasses.of17().toString();
      Ran well = doctor(jdk, world, "--", jdk.java(), "-cp", classes, "fixture.ends.NormalReturn")
          .run();
      assertThat(well.exit()).as(well::toString).isZero();
      assertThat(well.out()).contains("done at ").contains("nothing was found");
      Ran none = doctor(jdk, world, "--", jdk.java(), "-version").run();
      assertThat(none.exit()).as(none::toString).isEqualTo(1);
      assertThat(none.out()).contains("no class of the program was seen");
      Ran nothing =
          doctor(jdk, world, "--", jdk.java(), "-XX:NoSuchFlag=1", "Main").run();
      assertThat(nothing.exit()).as(nothing::toString).isEqualTo(1);
      assertThat(nothing.out()).contains("nothing was recorded");
      assertThat(world.tapes()).isEmptyDirectory();
      Ran trouble = doctor(jdk, world, "no.jar").run();
      assertThat(trouble.exit()).as(trouble::toString).isEqualTo(2);
      assertThat(trouble.said()).hasSize(1);
      world.isDone();
    }
  }

  private static Fork doctor(Jdk jdk, World world, String... arguments) {
    List<String> line = new java.util.ArrayList<>(
        List.of(jdk.java(), "-jar", Shipped.tapedeckJar().toString(), "doctor"));
    line.addAll(List.of(arguments));
    return world.fork(line);
  }
}
