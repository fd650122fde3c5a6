package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Given a recorded meeting of threads, when one of them does not come in a replay, then the other does not wait for ever. */
final class StalledIT {
  private static final Changed MEETING = new Changed("Meeting");

  @EachJdk
  void itIsSaidWhoWaitsForWhom(Jdk jdk) {
    Fixture fixture = Fixture.varying("order.Meeting")
        .started(j -> List.of("-cp", MEETING.recorded(j), "fixture.changed.Meeting"));
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record("order=locks");
      assertThat(recorded.exit()).as(recorded::toString).isZero();
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      Ran stalled = take.replay("--class-path", MEETING.with(jdk, "stays-away").toString());
      assertThat(stalled.exit()).as(stalled::toString).isEqualTo(1);
      assertThat(String.join("\n", stalled.said()))
          .as(stalled::toString)
          .contains("stands still")
          .contains("lane 0, thread main, waits for lane 0.1 to do its ordered operation 2")
          .contains("it has done 1");
      assertThat(stalled.out()).doesNotContain("met ");
      take.isDone();
    }
  }
}
