package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Given threads that talk at once, when they are replayed, then everybody says his words at their place. */
final class OutputOrderIT {
  private static final Changed CHOIR = new Changed("Choir");

  /** When both streams lead to one file, or one pipe, then the words of one come between those of the other as they did. */
  @EachJdk
  void theTwoStreamsAsOne(Jdk jdk) {
    for (String shell : List.of("exec \"$@\" 2>&1", "\"$@\" 2>&1 | cat")) {
      try (Take take = new Take(Fixture.varying("lanes.Chorus"), jdk)) {
        Ran recorded = through(take, shell, take.recording().command());
        assertThat(recorded.out()).contains("all sing").contains("in pieces");
        take.worldIsGone();
        for (int i = 0; i < 3; i++) {
          Ran replayed = through(
              take,
              shell,
              List.of(
                  jdk.java(),
                  "-jar",
                  Shipped.tapedeckJar().toString(),
                  "replay",
                  take.tape().toString()));
          Verdict.same("both streams", recorded.outBytes(), withoutOurs(replayed.out()), replayed);
        }
        take.isDone();
      }
    }
  }

  private static Ran through(Take take, String shell, List<String> command) {
    return take.world()
        .fork(
            Stream.concat(Stream.of("sh", "-c", shell, "sh"), command.stream()).toList())
        .run();
  }

  /** What Tapedeck itself says is on standard error too. */
  private static byte[] withoutOurs(String text) {
    StringBuilder theirs = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      theirs.append(line.startsWith("tapedeck: ") ? "" : line);
    }
    return theirs.toString().getBytes(UTF_8);
  }

  /**
   * When the program is killed while they talk, then the replay says what was said, in its order. The last
   * line of a stream was on its way to the tape; so it comes at the end, where others come that were about
   * to be said.
   */
  @EachJdk
  void killedInTheMiddle(Jdk jdk) {
    for (int moment = 0; moment < 5; moment++) {
      try (Take take = new Take(Fixture.varying("disaster.Choir"), jdk)) {
        Ran killed;
        try (Running running = take.recording().start()) {
          running.awaitOut("3 sings");
          Running.pause(Duration.ofMillis(7L * moment));
          killed = running.kill();
        }
        Ran replayed = take.worldIsGone().replay();
        assertThat(replayed.exit()).as("the prefix replays: " + replayed).isZero();
        isSaid(killed.out(), replayed.out());
        isSaid(killed.programErr(), replayed.programErr());
        take.isDone();
      }
    }
  }

  private static void isSaid(String killed, String replayed) {
    int last = killed.lastIndexOf('\n', killed.length() - 2) + 1;
    assertThat(replayed).startsWith(killed.substring(0, last));
    assertThat(replayed.substring(last)).contains(killed.substring(last));
    assertThat(replayed.length() - killed.length())
        .as("at most what four threads were about to say")
        .isLessThan(4 * 50);
  }

  /** When a word is missing, then what was to come after it is shown before the replay ends. */
  @EachJdk
  void aMissingWord(Jdk jdk) {
    Fixture fixture = Fixture.varying("changed.Choir")
        .started(j -> List.of("-cp", CHOIR.recorded(j), "fixture.changed.Choir"));
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      Ran replayed = take.replay("--class-path", CHOIR.with(jdk, "says-less").toString());
      assertThat(replayed.exit()).as(replayed::toString).isEqualTo(1);
      String heard = recorded.out().replace("now you\n", "").replace("that was all\n", "");
      assertThat(replayed.out()).as(replayed::toString).startsWith(heard);
      take.isDone();
    }
  }
}
