package dev.tapedeck.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is certain is said before what is merely likely. */
class LikelyCauseTest {
  private static final Evidence PLAIN =
      new Evidence(17, List.of(), List.of(), "17.0.1", "17.0.1", true, 1, true, Tier.IO);

  @Test
  void aChangedProgramComesFirst() {
    Evidence changed = new Evidence(
        17,
        List.of(),
        List.of("a.A", "a.B", "a.C", "a.D"),
        "17.0.1",
        "25",
        false,
        4,
        false,
        Tier.IO);
    LikelyCause likely = LikelyCause.of(divergence("site"), changed);
    assertThat(likely.cause())
        .contains("the program was changed")
        .contains("a.A, a.B, a.C and 1 more");
    assertThat(likely.remedy()).contains("--class-path");
  }

  @Test
  void thenAnotherJava() {
    Evidence other =
        new Evidence(17, List.of(), List.of(), "17.0.1", "25", false, 4, true, Tier.IO);
    assertThat(LikelyCause.of(divergence("kind"), other).cause())
        .contains("17.0.1")
        .contains("25");
  }

  @Test
  void thenASecret() {
    Event read = new Event(
        Kinds.ENV, 0, 16, 1, 0, 0, new Object[] {"API_KEY"}, new Object[] {null, true}, null);
    Evidence secret =
        new Evidence(17, List.of(read), List.of(), "17.0.1", "17.0.1", true, 1, true, Tier.IO);
    assertThat(LikelyCause.of(divergence("kind"), secret).cause()).contains("API_KEY");
  }

  @Test
  void aPlaceholderThatWasPrintedTellsTheSecret() {
    Divergence printed = new Divergence(
        "question",
        "",
        0,
        "0",
        17,
        "",
        new Divergence.Asked(
            "output_write",
            "bytes=\"key=tapedeck-redacted:DB_PASSWORD;\\n\"",
            "",
            "main",
            List.of()),
        new Divergence.Expected("output_write", "bytes=\"key=x;\\n\"", "", ""),
        "",
        "");
    assertThat(LikelyCause.of(printed, PLAIN).cause()).contains("the value of DB_PASSWORD,");
  }

  @Test
  void thenTheEndOfAnIncompleteTape() {
    Evidence incomplete =
        new Evidence(-1, List.of(), List.of(), "17.0.1", "17.0.1", true, 1, false, Tier.IO);
    assertThat(LikelyCause.of(divergence("exhausted"), incomplete).cause()).contains("incomplete");
  }

  @Test
  void thenTheOrderOfThreads() {
    Evidence threads =
        new Evidence(17, List.of(), List.of(), "17.0.1", "17.0.1", true, 5, true, Tier.IO);
    assertThat(LikelyCause.of(divergence("kind"), threads).cause()).contains("5 lanes");
    assertThat(LikelyCause.of(divergence("kind"), threads).remedy()).contains("order=locks");
  }

  @Test
  void elseWhatTheDifferenceItselfTells() {
    assertThat(LikelyCause.of(divergence("question"), PLAIN).cause()).contains("another argument");
    assertThat(LikelyCause.of(divergence("exhausted"), PLAIN).cause()).contains("more often");
    assertThat(LikelyCause.of(divergence("leftover"), PLAIN).cause()).contains("earlier");
    assertThat(LikelyCause.of(divergence("output"), PLAIN).cause()).contains("printed");
    assertThat(LikelyCause.of(divergence("kind"), PLAIN).cause()).contains("another path");
  }

  static Divergence divergence(String reason) {
    return new Divergence(
        reason,
        "",
        0,
        "0",
        17,
        "user_script",
        new Divergence.Asked("clock_read", "", "a.A.run(A.java:3)", "main", List.of()),
        new Divergence.Expected("random", "what=seed", "a.A.run(A.java:4)", "value=1"),
        "",
        "");
  }
}
