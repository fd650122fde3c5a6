package dev.tapedeck.runner;

import dev.tapedeck.runner.diff.DiffText;
import dev.tapedeck.runner.diff.Mode;
import dev.tapedeck.runner.diff.TapeDiff;
import dev.tapedeck.runner.launch.ProgramOutput;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.runner.report.Divergence;
import dev.tapedeck.runner.report.Outcome;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.run.RunDirectories;
import dev.tapedeck.runner.series.OwnRuns;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.Tier;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has a changed program asked of its old tape, and keeps the tape that comes of it. */
final class BlessedReplay {
  private static final int DAYS = 3;

  private final Console console;
  private final Path base;

  /**
   * Prepares it.
   *
   * @param run that of the old tape
   * @param output where the new run is kept; null for the directory where the old one is
   */
  BlessedReplay(Console console, Path run, @Nullable Path output) {
    this.console = console;
    this.base = (output == null ? beside(run) : output).toAbsolutePath();
  }

  /** The directory of all runs, where the old one is in one; else that of new recordings. */
  private static Path beside(Path run) {
    Path base = run.toAbsolutePath().normalize();
    boolean isDated = RunDirectories.isRun(run);
    for (int i = 0; i <= DAYS && isDated; i++) {
      String name = String.valueOf(base.getFileName());
      isDated = i == 0 ? name.startsWith("run-") : name.matches("[0-9]{2,4}");
      base = base.getParent() == null ? base : base.getParent();
    }
    return isDated ? base : RunArgument.baseDirectory(null, System.getenv());
  }

  /** Runs the program; the exit status of the command. */
  int run(TapeReader old, RecordedProgram program, ReplayRequest request) {
    check(old);
    try (OwnRuns runs = new OwnRuns(base, "bless")) {
      ReplayLaunch.Ended ended = new ReplayLaunch(console.notices(), console.children())
          .run(program, request.blessing(runs.directory()), ProgramOutput.inherited());
      Outcome outcome = ended.outcome();
      if (outcome == null || !outcome.verdict().equals("blessed")) {
        return refused(outcome, ended.exitStatus());
      }
      if (isInterrupted(runs.directory())) {
        console.notices().say("no tape was written: a signal ended the program");
        return ExitStatus.TROUBLE;
      }
      return written(old, runs.keep(), ended.exitStatus());
    }
  }

  private void check(TapeReader old) {
    if (isBySignal(old)) {
      throw new Trouble(
          "the recorded run was ended by a signal: the tape cannot tell when a changed program is to get it");
    }
    if (!old.complete()) {
      throw new Trouble("the tape is incomplete, and says too little of what the program asks: "
          + String.join("; ", old.problems()));
    }
    if (Tier.of(old.header().text(Header.ORDER, "io")).holds(Tier.LOCKS)
        && old.lanes().size() > 1) {
      console
          .notices()
          .say("the tape keeps the order in which threads meet; the new one does not (order=io)");
    }
  }

  private static boolean isInterrupted(Path runs) {
    Path run = RunDirectories.newest(runs).orElse(null);
    if (run == null) {
      return false;
    }
    try (TapeReader tape = TapeReader.open(run)) {
      return isBySignal(tape);
    }
  }

  private static boolean isBySignal(TapeReader tape) {
    RunEnd end = tape.end();
    return end != null && end.how().equals("signal");
  }

  private int refused(@Nullable Outcome outcome, int exitStatus) {
    if (outcome == null) {
      console
          .notices()
          .say("no tape was written: the JVM ended with status " + exitStatus
              + " and left no word of how it went: what it says above tells why");
      return ExitStatus.TROUBLE;
    }
    Divergence divergence = outcome.divergence();
    if (divergence == null) {
      console.notices().say("no tape was written: " + outcome.detail());
      return ExitStatus.TROUBLE;
    }
    Divergence.Asked asked = divergence.asked();
    console
        .notices()
        .say("no tape was written: the old one has no answer to "
            + (asked.kind() + " " + asked.question()).strip() + "  at " + asked.site()
            + "\n'tapedeck record' asks the world anew");
    return ExitStatus.DIVERGED;
  }

  private int written(TapeReader old, Optional<Path> kept, int exitStatus) {
    Path run = kept.orElseThrow(() -> new Trouble("no tape was written beneath " + base));
    try (TapeReader blessed = TapeReader.open(run)) {
      TapeDiff diff = TapeDiff.of(old, blessed, Mode.SEMANTIC);
      String text = DiffText.of(diff, old, blessed).stripTrailing();
      String problems =
          blessed.complete() ? "" : ", incomplete: " + String.join("; ", blessed.problems());
      console
          .notices()
          .say("blessed " + run + " (" + Amounts.count(blessed.events(), "event") + ", exit status "
              + exitStatus + problems + "), against " + old.directory() + ":\n" + text);
      return blessed.complete() ? ExitStatus.FINE : ExitStatus.TROUBLE;
    }
  }
}
