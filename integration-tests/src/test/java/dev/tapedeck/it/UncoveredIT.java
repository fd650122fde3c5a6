package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

/** A replay opens nothing, not even what is not recorded yet. */
final class UncoveredIT {

  /** Given a program that opens a socket, when it is replayed, then the replay stops there and says so. */
  @EachJdk
  void whatIsNotRecordedIsNotReachedFor(Jdk jdk) {
    for (String door : new String[] {"server", "socket", "channel", "datagram"}) {
      Fixture fixture = Fixture.varying("uncovered.Reaching").named(door).arguments(door);
      try (Take take = new Take(fixture, jdk)) {
        Ran recorded = take.record();
        assertThat(recorded.exit()).as("recorded as ever: " + recorded).isZero();
        assertThat(recorded.said().toString()).contains("outside every boundary");
        assertThat(take.tapedeck("info").out()).contains("uncovered").contains("Reaching.");
        Ran replayed = take.worldIsGone().replay();
        assertThat(replayed.exit()).as("a replay without it: " + replayed).isEqualTo(1);
        assertThat(String.join("\n", replayed.said()))
            .contains("the program went where nothing is recorded yet")
            .contains("Reaching.java:");
        assertThat(replayed.out()).startsWith("before ").doesNotContain("after");
        take.isDone();
      }
    }
  }
}
