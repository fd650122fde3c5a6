package dev.tapedeck.runner.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.TapeFixture;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.Tier;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that asks for the time where it drew a number when it was recorded. */
class DivergenceTextTest {
  @TempDir
  Path base;

  @Test
  void thePlaceComesFirstAndTheRemedyLast() {
    try (TapeReader tape = TapeFixture.open(base)) {
      assertThat(report(tape).text().lines())
          .containsExactly(
              "diverged in lane 0 at event 4 of 9 (seq 4): the program asked something else",
              "asked     clock_read nanoTime  at com.acme.Job.run(Job.java:40)",
              "            at com.acme.Job.main(Job.java:9)",
              "tape has  random what=\"seed\" -> value=-7  at com.acme.Job.run(Job.java:41)",
              "before    #0 clock_read currentTimeMillis -> value=1700000000123  at com.acme.Job.run:41",
              "          #1 clock_read nanoTime -> value=" + value(tape, 1)
                  + "  at com.acme.Job.run:41",
              "          #2 clock_read Instant -> value=1700000000123456789  at com.acme.Job.run:41",
              "          #3 clock_sleep duration_ns=1500000000  at com.acme.Job.run:41",
              "likely    the program was changed since the recording: com.acme.Job",
              "to do     replay with the recorded classes (--class-path CP), or give the change its own tape (--bless)");
    }
  }

  @Test
  void theSameIsThereForPrograms() throws Exception {
    try (TapeReader tape = TapeFixture.open(base)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ReplayReportJson.write(report(tape), out);
      assertThat(out.toString(UTF_8))
          .contains(
              "\"verdict\" : \"diverged\"",
              "\"reason\" : \"kind\"",
              "\"ordinal\" : 4",
              "\"seq\" : 4")
          .contains("\"site\" : \"com.acme.Job.run(Job.java:40)\"", "\"duration_ms\" : 1500")
          .contains(
              "\"changed_classes\" : [ \"com.acme.Job\" ]",
              "\"likely_cause\" : \"the program was changed");
    }
  }

  @Test
  void aFaithfulReplayIsOneLine() {
    try (TapeReader tape = TapeFixture.open(base)) {
      Outcome outcome = Outcome.of(new Fields().put("verdict", "faithful").put("consumed", 8));
      assertThat(new ReplayReport(tape, 1, outcome, null, 1_930_000_000L, 420_000_000L).text())
          .isEqualTo("faithful: 8 events, exit status 1, recorded in 1.93 s, replayed in 0.42 s");
    }
  }

  @Test
  void aReplayWithoutAWordIsTrouble() {
    try (TapeReader tape = TapeFixture.open(base)) {
      ReplayReport report = new ReplayReport(tape, 134, null, null, 0, 0);
      assertThat(report.verdict()).isEqualTo("trouble");
      assertThat(report.text()).contains("status 134").doesNotContain("\n");
    }
  }

  @Test
  void twoEndsAreShownWhereTheyDiffer() {
    try (TapeReader tape = TapeFixture.open(base)) {
      Outcome outcome = Outcome.of(new Fields()
          .put("verdict", "diverged")
          .put("reason", "end")
          .put("end_recorded", "exit status 1, thread main by a.E: x\n    at a.A.run(A.java:3)")
          .put("end_replayed", "exit status 1, thread main by a.E: x\n    at a.A.run(A.java:4)"));
      assertThat(text(tape, outcome).lines())
          .startsWith(
              "diverged at the end: the program ended another way",
              "recorded  exit status 1, thread main by a.E: x",
              "              at a.A.run(A.java:3)",
              "replayed  exit status 1, thread main by a.E: x",
              "              at a.A.run(A.java:4)");
    }
  }

  @Test
  void anotherExitStatusIsNotFaithful() {
    try (TapeReader tape = TapeFixture.open(base)) {
      Outcome outcome = Outcome.of(new Fields().put("verdict", "faithful").put("consumed", 8));
      assertThat(outcome.endedWith(257, 1)).isSameAs(outcome);
      assertThat(text(tape, outcome.endedWith(1, 3)).lines())
          .startsWith(
              "diverged at the end: the program ended another way",
              "recorded  exit status 1",
              "replayed  exit status 3");
    }
  }

  private static String text(TapeReader tape, Outcome outcome) {
    Evidence evidence =
        new Evidence(-1, List.of(), List.of(), "17.0.1", "17.0.1", true, 1, true, Tier.IO);
    return new ReplayReport(tape, 1, outcome, evidence, 0, 0).text();
  }

  private static ReplayReport report(TapeReader tape) {
    Outcome outcome = Outcome.of(new Fields()
        .put("verdict", "diverged")
        .put("consumed", 4)
        .put("reason", "kind")
        .put("lane", 0)
        .put("lane_name", "0")
        .put("ordinal", 4)
        .put("asked_kind", "clock_read")
        .put("asked_kind_id", 2)
        .put("asked_site", "com.acme.Job.run(Job.java:40)")
        .put(
            "asked_stack",
            List.of(
                "java.base/java.time.Instant.now(Instant.java:1)",
                "com.acme.Job.run(Job.java:40)",
                "com.acme.Job.main(Job.java:9)"))
        .put("expected_kind", "random")
        .put("expected_question", "what=\"seed\"")
        .put("expected_outcome", "value=-7")
        .put("expected_site", "com.acme.Job.run(Job.java:41)"));
    Divergence divergence = outcome.divergence();
    Evidence evidence = new Evidence(
        EvidenceSearch.seq(tape, 0, 4),
        EvidenceSearch.before(tape, divergence),
        List.of("com.acme.Job"),
        "17.0.1",
        "17.0.1",
        true,
        1,
        true,
        Tier.IO);
    return new ReplayReport(tape, 1, outcome, evidence, 0, 0);
  }

  private static Object value(TapeReader tape, long ordinal) {
    var events = tape.lane(0);
    for (long i = 0; i < ordinal; i++) {
      events.next();
    }
    return events.next().answer()[0];
  }
}
