package dev.tapedeck.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.TapeFixture;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.Tier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepetitionTest {
  @TempDir
  Path directory;

  private TapeReader tape;

  @BeforeEach
  void open() {
    tape = TapeFixture.open(directory);
  }

  @AfterEach
  void close() {
    tape.close();
  }

  @Test
  void allFaithful() {
    assertThat(of("faithful", "faithful", "faithful").text())
        .isEqualTo("replayed 3 times: all faithful");
    assertThat(of("faithful").text()).isEqualTo("replayed once: faithful");
  }

  @Test
  void theFirstThatDivergedIsShown() {
    Repetition repetition = of("faithful", "faithful", "diverged", "faithful", "diverged");
    assertThat(repetition.text())
        .startsWith("replayed 5 times: 3 faithful, 2 diverged (the 3rd and the 5th)\ndiverged ");
    assertThat(repetition.diverged()).containsExactly(3, 5);
    assertThat(repetition.decisive().exitStatus()).isEqualTo(3);
  }

  @Test
  void manyAreNotAllNamed() {
    assertThat(of("faithful", "diverged", "diverged", "diverged").text())
        .startsWith("replayed 4 times: 1 faithful, 3 diverged (the 2nd, the 3rd and the 4th)\n");
    assertThat(of("faithful", "diverged", "diverged", "diverged", "diverged", "diverged")
            .text())
        .startsWith(
            "replayed 6 times: 1 faithful, 5 diverged (the 2nd, the 3rd, the 4th and 2 more)\n");
  }

  @Test
  void noneFaithful() {
    assertThat(of("diverged", "diverged").text())
        .startsWith("replayed 2 times: all diverged, the 1st so:\n");
    assertThat(of("diverged").text()).startsWith("replayed once: diverged\n");
  }

  @Test
  void stopsWhereOneCannotBeJudged() {
    Repetition repetition = new Repetition(5);
    repetition.add(report("diverged", 1));
    assertThat(repetition.goesOn()).isTrue();
    repetition.add(report("trouble", 2));
    assertThat(repetition.goesOn()).isFalse();
    assertThat(repetition.text())
        .startsWith("replayed 2 times of 5: the 2nd could not be judged\nthe replay failed");
    assertThat(repetition.decisive().verdict()).isEqualTo("trouble");
  }

  private Repetition of(String... verdicts) {
    Repetition repetition = new Repetition(verdicts.length);
    for (int i = 0; i < verdicts.length; i++) {
      repetition.add(report(verdicts[i], i + 1));
    }
    assertThat(repetition.goesOn()).isFalse();
    return repetition;
  }

  private ReplayReport report(String verdict, int exitStatus) {
    Outcome outcome = Outcome.of(new Fields().put("verdict", verdict).put("reason", "end"));
    Evidence evidence =
        new Evidence(-1, List.of(), List.of(), "17.0.1", "17.0.1", true, 1, true, Tier.IO);
    return new ReplayReport(tape, exitStatus, outcome, evidence, 1, 1);
  }
}
