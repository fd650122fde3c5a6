package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Ends that come from outside, and ends that come near. */
final class EndsIT {

  /** Given a sleeping program, when somebody sends it SIGTERM, then it replays to the same end. */
  @EachJdk
  void aSignal(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("ends.Terminated").exits(143), jdk)) {
      Ran recorded;
      try (Running running = take.recording().start()) {
        recorded = running.awaitOut("ready").terminate();
      }
      assertThat(recorded.exit()).as(recorded::toString).isEqualTo(143);
      assertThat(recorded.err()).isEmpty();
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      take.isDone();
    }
  }

  /** Given a program that runs out of stack or heap inside a question, when it is recorded, then it goes on as it would have. */
  @EachJdk
  void exhaustionInTheMiddleOfARecording(Jdk jdk) {
    for (Fixture fixture : List.of(
        Fixture.steady("ends.OverflowWhileAsking").jvm("-Xss512k"),
        Fixture.steady("ends.OverflowWhileAsking")
            .named("compiled")
            .jvm("-Xss512k", "-XX:-TieredCompilation"),
        Fixture.steady("ends.MemoryGoneWhileAsking").jvm("-Xmx48m"))) {
      try (Take take = new Take(fixture, jdk)) {
        Verdict.recordingShowsNowhere(fixture, take.runPlainly(), take.record());
        Ran info = take.tapedeck("info");
        assertThat(info.exit()).as("the tape can be read: " + info).isZero();
        take.isDone();
      }
    }
  }
}
