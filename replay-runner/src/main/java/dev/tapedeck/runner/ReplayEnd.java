package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.report.Divergence;
import dev.tapedeck.runner.report.Evidence;
import dev.tapedeck.runner.report.EvidenceSearch;
import dev.tapedeck.runner.report.Outcome;
import dev.tapedeck.runner.report.ReplayReport;
import dev.tapedeck.runner.run.RunSpan;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.Tier;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of a replay when it is over. */
final class ReplayEnd {
  private ReplayEnd() {}

  static ReplayReport report(TapeReader tape, RecordedProgram program, ReplayLaunch.Ended ended) {
    return report(tape, program, ended, outcome(tape, ended));
  }

  /** What the agent says, and whether the process ended as recorded. */
  static @Nullable Outcome outcome(TapeReader tape, ReplayLaunch.Ended ended) {
    Outcome outcome = ended.outcome();
    RunEnd end = tape.end();
    return outcome == null || end == null || !outcome.faithful()
        ? outcome
        : outcome.endedWith(end.exitCode(), ended.exitStatus());
  }

  static ReplayReport report(
      TapeReader tape,
      RecordedProgram program,
      ReplayLaunch.Ended ended,
      @Nullable Outcome outcome) {
    Divergence divergence = outcome == null ? null : outcome.divergence();
    Evidence evidence = outcome == null || divergence == null
        ? null
        : evidence(tape, program, ended, outcome, divergence);
    return new ReplayReport(
        tape, ended.exitStatus(), outcome, evidence, RunSpan.nanos(tape), ended.nanos());
  }

  static int exitStatus(ReplayReport report) {
    return switch (report.verdict()) {
      case "faithful", "prefix" -> ExitStatus.FINE;
      case "diverged" -> ExitStatus.DIVERGED;
      default -> ExitStatus.TROUBLE;
    };
  }

  private static Evidence evidence(
      TapeReader tape,
      RecordedProgram program,
      ReplayLaunch.Ended ended,
      Outcome outcome,
      Divergence divergence) {
    return new Evidence(
        EvidenceSearch.seq(tape, divergence.lane(), divergence.ordinal()),
        EvidenceSearch.before(tape, divergence),
        outcome.changedClasses(),
        program.jvmVersion(),
        ended.jdk().version(),
        ended.jdk().sameAsRecorded(),
        tape.lanes().size(),
        tape.complete(),
        Tier.of(tape.header().text(Header.ORDER, "io")));
  }
}
