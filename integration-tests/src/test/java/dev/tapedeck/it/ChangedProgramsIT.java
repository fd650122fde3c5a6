package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Given a recorded program, when it is changed and replayed, then the first difference is found, at its line. */
final class ChangedProgramsIT {
  private static final Changed ORDERS = new Changed("Orders");

  /** A change, the line of the program that first shows it (by its text), and the surroundings that bring it out. */
  private record Change(String name, String shownBy, List<String> environment) {
    Change(String name, String shownBy) {
      this(name, shownBy, List.of());
    }
  }

  private static final List<Change> CHANGES = List.of(
      new Change("one-more-alike", "//+one-more-alike"),
      new Change("one-more", "//+one-more"),
      new Change("one-fewer", "UUID id = UUID.randomUUID();"),
      new Change("other-order", "UUID id = UUID.randomUUID();"),
      new Change("other-argument", "//+other-argument"),
      new Change("other-name", "//+other-name"),
      new Change("other-output", "//+other-output"),
      new Change("longer", "//+longer"),
      new Change("other-in-worker", "//+other-in-worker", List.of("POOL")));

  /** Changes that no question shows: the program ends too early, or otherwise. */
  private static final List<Change> ENDS = List.of(
      new Change("shorter", "end(System.nanoTime());"),
      new Change("fewer-in-worker", "", List.of("POOL")),
      new Change("other-status", "", List.of("ENDS")),
      new Change("other-failure", "", List.of("FAILS")));

  @TestFactory
  Stream<DynamicTest> aChangeIsFoundAtItsLine() {
    return tests(CHANGES);
  }

  @TestFactory
  Stream<DynamicTest> aChangedEndIsFound() {
    return tests(ENDS);
  }

  private static Stream<DynamicTest> tests(List<Change> changes) {
    return changes.stream()
        .flatMap(change -> Jdks.all().stream()
            .map(jdk ->
                DynamicTest.dynamicTest(change.name() + " on " + jdk, () -> isFound(change, jdk))));
  }

  private static void isFound(Change change, Jdk jdk) {
    Fixture fixture = Fixture.varying("changed." + change.name())
        .started(j -> List.of("-cp", ORDERS.recorded(j), "fixture.changed.Orders"));
    change.environment().forEach(name -> fixture.environment(name, "yes"));
    try (Take take = new Take(fixture, jdk)) {
      Ran recorded = take.record();
      Ran same = take.worldIsGone().replay("--class-path", ORDERS.recorded(jdk).toString());
      Verdict.isFaithful(recorded, same);
      Ran changed = take.replay("--class-path", ORDERS.with(jdk, change.name()).toString());
      assertThat(changed.exit())
          .as("a replay that diverged ends with 1: " + changed)
          .isEqualTo(1);
      assertThat(changed.said()).as(changed::toString).isNotEmpty();
      if (!change.shownBy().isEmpty()) {
        String place = "Orders.java:" + ORDERS.line(change.shownBy());
        assertThat(String.join("\n", changed.said()))
            .as("the line that shows the change: " + changed)
            .contains(place);
      }
      take.isDone();
    }
  }
}
