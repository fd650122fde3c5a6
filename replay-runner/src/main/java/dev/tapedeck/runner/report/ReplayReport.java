package dev.tapedeck.runner.report;

import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.tape.TapeReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a replay when it is over.
 *
 * @param exitStatus the program's
 * @param outcome what the agent says; null when it could not
 * @param evidence null unless it diverged
 */
public record ReplayReport(
    TapeReader tape,
    int exitStatus,
    @Nullable Outcome outcome,
    @Nullable Evidence evidence,
    long recordedNanos,
    long replayedNanos) {

  /** {@code faithful}, {@code prefix}, {@code diverged} or {@code trouble}. */
  public String verdict() {
    return outcome == null ? "trouble" : outcome.verdict();
  }

  /** What the directory for what the program writes lacks, in sentences. */
  public List<String> notKept() {
    return outcome == null ? List.of() : outcome.notKept();
  }

  public String text() {
    if (outcome == null) {
      return "the replayed JVM ended with status " + exitStatus
          + " and left no word of how it went: what it says above tells why; --java HOME takes another JDK";
    }
    Divergence divergence = outcome.divergence();
    if (divergence != null && evidence != null) {
      return DivergenceText.of(divergence, evidence, tape);
    }
    String deadlock = outcome.deadlock().isEmpty() ? "" : "; " + outcome.deadlock();
    return switch (outcome.verdict()) {
      case "faithful" ->
        "faithful: " + events() + ", exit status " + exitStatus + ", recorded in "
            + Amounts.duration(recordedNanos) + ", replayed in " + Amounts.duration(replayedNanos)
            + deadlock;
      case "prefix" ->
        "faithful as far as the tape goes: " + events() + deadlock
            + "; the recording is incomplete: " + String.join("; ", tape.problems());
      default -> "the replay failed: " + outcome.detail();
    };
  }

  private String events() {
    return Amounts.count(outcome == null ? 0 : outcome.consumed(), "event");
  }
}
