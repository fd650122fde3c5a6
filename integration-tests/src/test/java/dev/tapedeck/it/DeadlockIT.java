package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Given a program in a deadlock, when somebody ends it, then the replay ends in that deadlock, and says so. */
final class DeadlockIT {

  @EachJdk
  void ofMonitors(Jdk jdk) {
    deadlock("monitors", jdk, true);
  }

  @EachJdk
  void ofLocks(Jdk jdk) {
    deadlock("locks", jdk, false);
  }

  private static void deadlock(String kind, Jdk jdk, boolean politely) {
    Fixture fixture =
        Fixture.varying("order.Deadlock").named("order.Deadlock" + kind).arguments(kind);
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded;
      try (Running running = take.recording("order=locks").start()) {
        running.awaitOut("each has its first lock");
        Running.pause(Duration.ofMillis(100));
        recorded = politely ? running.terminate() : running.kill();
      }
      assertThat(recorded.exit()).as(recorded::toString).isEqualTo(politely ? 143 : 137);
      take.worldIsGone();
      for (int i = 0; i < 2; i++) {
        Ran replayed = take.replay();
        Verdict.isFaithful(recorded, replayed);
        assertThat(String.join("\n", replayed.said()))
            .as(replayed::toString)
            .contains("deadlock")
            .contains("Thread-0")
            .contains("Thread-1");
      }
      take.isDone();
    }
  }
}
