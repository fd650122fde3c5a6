package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Given a program that catches everything, when it diverges in replay, then that is no success all the same. */
final class SwallowedDivergenceIT {
  private static final Changed SWALLOWING = new Changed("Swallowing");

  @TestFactory
  Stream<DynamicTest> aDivergenceCannotBeSwallowed() {
    return Stream.of(
            "loop",
            "pool",
            "thread",
            "future",
            "finalizer",
            "cleaner",
            "initializer",
            "hook",
            "last")
        .flatMap(where -> Jdks.all().stream()
            .map(jdk -> DynamicTest.dynamicTest(
                "in a " + where + " on " + jdk, () -> isNoSuccess(where, jdk))));
  }

  private static void isNoSuccess(String where, Jdk jdk) {
    Fixture fixture = Fixture.varying("swallowed." + where)
        .started(j -> List.of("-cp", SWALLOWING.recorded(j), "fixture.changed.Swallowing"))
        .arguments(where);
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      assertThat(recorded.exit()).as(recorded::toString).isZero();
      Verdict.isFaithful(recorded, take.worldIsGone().replay());
      Ran asksMore =
          take.replay("--class-path", SWALLOWING.with(jdk, "asks-more").toString());
      assertThat(asksMore.exit())
          .as("diverged, whatever the program says: " + asksMore)
          .isEqualTo(1);
      assertThat(String.join("\n", asksMore.said()))
          .as(asksMore::toString)
          .contains("Swallowing.java:" + SWALLOWING.line("//+asks-more"));
      asksMore
          .out()
          .lines()
          .filter(line -> line.startsWith("told "))
          .forEach(told -> assertThat(recorded.out())
              .as("never a live answer: " + asksMore)
              .contains(told.substring("told ".length())));
      take.isDone();
    }
  }
}
