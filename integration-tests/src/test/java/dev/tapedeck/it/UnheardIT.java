package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

/** Given a program that speaks where nothing is recorded, its tape is not taken for a whole one. */
final class UnheardIT {
  @EachJdk
  void theRecordingSaysSo(Jdk jdk) {
    try (Take take = new Take(Fixture.varying("http.Unheard").served(), jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.out()).contains("is it CN=localhost?");
      assertThat(recorded.said().toString())
          .contains("the recording is incomplete: the program said something")
          .contains("on thread main");
      assertThat(take.tapedeck("info").out()).contains("incomplete");
      take.isDone();
    }
  }
}
