package dev.tapedeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Given a recorded program whose world is gone, when it is changed on purpose and blessed, then there is a new tape that
 * replays faithfully, or the command says what the old one cannot answer; the old one is never touched.
 */
final class BlessIT {
  private static final Changed LEDGER = new Changed("Ledger");

  /** Changes that the old tape can answer, several at once, and what the difference tells of them. */
  private static final Map<String, List<String>> ANSWERED = Map.of(
      "moved",
      List.of("blessed"),
      "other-line more-lines more-clock read-twice other-sums more-threads other-status",
      List.of(
          "it was opened at",
          "one more",
          "+ clock_read",
          "+ file_open path='rates.txt'",
          "file_write",
          "thread number",
          "exit 7"),
      "fewer-clock fewer-file other-order other-requests",
      List.of("- clock_read", "- file_open path='rates.txt'", "random", "http"));

  /** Changes that it cannot, and what is named then. */
  private static final Map<String, String> REFUSED = Map.of(
      "new-url", "/broken",
      "new-request", "/broken",
      "new-file", "debts.txt",
      "new-random", "random");

  @TestFactory
  Stream<DynamicTest> whatChangesIsRecordedAnew() {
    return Jdks.all().stream()
        .map(jdk -> DynamicTest.dynamicTest("on " + jdk, () -> {
          try (Take take = recorded(jdk)) {
            Path old = take.tape();
            Map<String, String> before = Tree.of(old);
            ANSWERED.forEach((change, shown) -> blesses(take, jdk, old, change, shown));
            REFUSED.forEach((change, named) -> refuses(take, jdk, old, change, named));
            assertThat(Tree.of(old)).as("the old tape").isEqualTo(before);
            take.isDone();
          }
        }));
  }

  /** What the old tape keeps of an order, the new one does not. */
  @EachJdk
  void aTapeOfAnOrderToo(Jdk jdk) {
    try (Take take = recorded(jdk, "order=full,races=fixture.changed")) {
      blesses(take, jdk, take.tape(), "other-line", List.of("order=io"));
      take.isDone();
    }
  }

  private static void blesses(Take take, Jdk jdk, Path old, String change, List<String> shown) {
    Path runs = take.world().bench().resolve(change.replace(' ', '+'));
    Ran blessed = bless(take, jdk, old, change, runs);
    assertThat(blessed.exit()).as(change + ": " + blessed).isZero();
    assertThat(String.join("", blessed.said())).as(change + ": " + blessed).contains(shown);
    if (change.equals("moved")) {
      assertThat(String.join("", blessed.said())).doesNotContain("output_write", "random");
    }
    Ran replayed = take.command(List.of("replay", runs.toString()));
    assertThat(replayed.exit()).as(change + ", replayed: " + replayed).isZero();
    assertThat(String.join("", replayed.said())).contains("faithful");
    assertThat(replayed.out()).as(change + ", replayed").isEqualTo(blessed.out());
    assertThat(replayed.programErr()).isEqualTo(blessed.programErr());
  }

  private static void refuses(Take take, Jdk jdk, Path old, String change, String named) {
    Path runs = take.world().bench().resolve(change);
    Ran blessed = bless(take, jdk, old, change, runs);
    assertThat(blessed.exit()).as(change + ": " + blessed).isEqualTo(1);
    assertThat(String.join("", blessed.said()))
        .as(change + ": " + blessed)
        .contains("no tape was written")
        .contains(named)
        .contains("Ledger.java:");
    assertThat(Tree.of(runs)).as(change + " leaves nothing").isEmpty();
  }

  private static Ran bless(Take take, Jdk jdk, Path old, String change, Path runs) {
    return take.command(List.of(
        "replay",
        old.toString(),
        "--bless",
        "-o",
        runs.toString(),
        "--class-path",
        classes(jdk, change).toString()));
  }

  private static Path classes(Jdk jdk, String change) {
    return change.equals("moved") ? LEDGER.moved(jdk) : LEDGER.with(jdk, change.split(" "));
  }

  private static Take recorded(Jdk jdk, String... options) {
    Fixture fixture = Fixture.varying("changed.ledger")
        .started(j -> List.of("-cp", LEDGER.recorded(j), "fixture.changed.Ledger"))
        .file("rates.txt", "dollar 1.1\n")
        .file("accounts.txt", "cash\n")
        .served();
    Take take = new Take(fixture, jdk);
    Ran recorded = take.record(options);
    assertThat(recorded.exit()).as(recorded::toString).isZero();
    return take.worldIsGone();
  }
}
