package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Given a server that took its time, a replay takes it too where that is wanted. */
final class PaceIT {
  private static final Duration TOOK = Duration.ofSeconds(3);

  @EachJdk
  void whatCameSlowlyComesSlowlyAgain(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("http.UrlSlow").served(), jdk)) {
      Ran recorded = take.record();
      Ran replayed = take.worldIsGone().replay("--pace=recorded");
      Verdict.isFaithful(recorded, replayed);
      assertThat(replayed.took()).as("the replay: " + replayed).isGreaterThan(TOOK);
      take.isDone();
    }
  }
}
