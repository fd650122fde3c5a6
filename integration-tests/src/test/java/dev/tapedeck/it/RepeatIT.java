package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Given a tape, when it is replayed several times, then the command says whether all replays agree. */
final class RepeatIT {

  @EachJdk
  void allAgree(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.varying("ends.Uncaught").exits(1);
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      Path report = take.world().bench();
      Ran replayed = take.worldIsGone().replay("--repeat", "4", "--report", report.toString());
      Verdict.isFaithful(recorded, replayed);
      assertThat(replayed.said()).containsOnlyOnce("tapedeck: replayed 4 times: all faithful\n");
      assertThat(Files.readString(report))
          .contains("\"verdict\" : \"faithful\"")
          .contains("\"replays\" : 4")
          .contains("\"diverged_replays\" : [ ]");
      take.isDone();
    }
  }

  /** The order of what two threads do to a plain field is on no tape. */
  @EachJdk
  void aRaceIsSeen(Jdk jdk) throws IOException {
    try (Take take = new Take(Fixture.open("series.Race").jvm("-Xint"), jdk)) {
      take.record();
      Path report = take.world().bench();
      Ran replayed = take.worldIsGone().replay("--repeat", "3", "--report", report.toString());
      assertThat(replayed.exit()).as(replayed::toString).isEqualTo(1);
      assertThat(replayed.said())
          .contains("tapedeck: replayed 3 times: all diverged, the 1st so:\n");
      assertThat(String.join("", replayed.said())).contains("something else was printed");
      assertThat(Files.readString(report))
          .contains("\"verdict\" : \"diverged\"")
          .contains("\"diverged_replays\" : [ 1, 2, 3 ]");
      take.isDone();
    }
  }

  /** The program is built anew while it is replayed: what came before was faithful, what comes after is not. */
  @EachJdk
  void oneThatDivergesIsFound(Jdk jdk) throws IOException {
    Fixture fixture = Fixture.steady("series.Rebuilt")
        .started(j -> List.of("-cp", "classes", "fixture.series.Rebuilt"));
    try (Take take = new Take(fixture, jdk)) {
      String name = "fixture/series/Rebuilt.class";
      byte[] program = Files.readAllBytes(FixtureClasses.of17().resolve(name));
      take.world().put("classes/" + name, program);
      Path release = take.world().here().resolve("classes/fixture/series/release.txt");
      Files.writeString(release, "one");
      take.record();
      List<String> line = List.of("replay", take.tape().toString(), "--repeat", "4");
      try (Running running = take.replaying(line).start()) {
        running.awaitOut("release one\n");
        Files.write(release, "two".getBytes(UTF_8));
        Ran replayed = running.end();
        assertThat(replayed.exit()).as(replayed::toString).isEqualTo(1);
        assertThat(replayed.out()).as("only the first is shown").isEqualTo("release one\n");
        assertThat(replayed.said().get(0))
            .matches(
                "tapedeck: replayed 4 times: [123] faithful, [123] diverged \\(.*the 4th\\)\n");
        assertThat(String.join("", replayed.said()))
            .contains("asked     output_write stream=\"stdout\", bytes=\"release two\\n\"")
            .contains("tape has  output_write stream=\"stdout\", bytes=\"release one\\n\"");
      }
      take.isDone();
    }
  }

  /** Of what the program writes, the first replay's is kept. */
  @EachJdk
  void theFirstKeepsWhatItWrites(Jdk jdk) {
    try (Take take = new Take(Fixture.open("files.Writes"), jdk)) {
      Ran recorded = take.record();
      Path kept = take.world().bench();
      Ran replayed = take.worldIsGone().replay("--repeat", "2", "--keep-writes", kept.toString());
      Verdict.isFaithful(recorded, replayed);
      assertThat(Tree.of(kept)).isNotEmpty();
      take.isDone();
    }
  }

  /** More than fits into memory, as far as the command may use it. */
  @EachJdk
  void muchOutputIsCompared(Jdk jdk) {
    try (Take take = new Take(Fixture.steady("series.Torrent"), jdk)) {
      Ran recorded = take.record();
      Ran replayed = take.worldIsGone()
          .world()
          .fork(List.of(
              jdk.java(),
              "-Xmx24m",
              "-jar",
              Shipped.tapedeckJar().toString(),
              "replay",
              take.tape().toString(),
              "--repeat",
              "2"))
          .run();
      Verdict.isFaithful(recorded, replayed);
      assertThat(replayed.said()).containsOnlyOnce("tapedeck: replayed 2 times: all faithful\n");
      take.isDone();
    }
  }

  /** A recording that was cut off: all replays go as far as the tape. */
  @EachJdk
  void whatIsThereOfATapeIsRepeated(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("series.Killed"), jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.exit()).isEqualTo(128 + 9);
      Ran replayed = take.worldIsGone().replay("--repeat", "3");
      assertThat(replayed.exit()).as(replayed::toString).isZero();
      assertThat(replayed.out()).isEqualTo(recorded.out());
      assertThat(replayed.said()).contains("tapedeck: replayed 3 times: all faithful\n");
      assertThat(String.join("", replayed.said())).contains("as far as the tape goes");
      take.isDone();
    }
  }
}
