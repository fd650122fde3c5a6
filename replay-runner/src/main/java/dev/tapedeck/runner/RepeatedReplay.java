package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.runner.report.Outcome;
import dev.tapedeck.runner.report.Repetition;
import dev.tapedeck.runner.report.ReplayReport;
import dev.tapedeck.runner.series.Agreement;
import dev.tapedeck.runner.series.ComparedOutput;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.runner.speech.Progress;
import dev.tapedeck.tape.TapeReader;

/** Replays a run several times, one after the other, each in a JVM of its own; they must agree. */
final class RepeatedReplay {
  private final Console console;
  private final Progress progress;
  private final TapeReader tape;
  private final RecordedProgram program;

  RepeatedReplay(Console console, Progress progress, TapeReader tape, RecordedProgram program) {
    this.console = console;
    this.progress = progress;
    this.tape = tape;
    this.program = program;
  }

  /** The first replay is as it would be alone: it shows what it prints, and keeps what it writes. */
  Repetition run(ReplayRequest request, int times) {
    Repetition repetition = new Repetition(times);
    Agreement agreement = new Agreement();
    console.children().beginSeries();
    try {
      ReplayReport first = replay(
          request,
          console.notices(),
          new ComparedOutput(request, console.raw(), console.rawErr()),
          agreement);
      first.notKept().forEach(console.notices()::say);
      repetition.add(first);
      ReplayRequest next = request.withoutWrites();
      while (repetition.goesOn()) {
        progress.show("replay", repetition.count() + 1, times);
        ComparedOutput output = ComparedOutput.unseen(request);
        repetition.add(replay(next, Notices.silent(), output, agreement));
      }
    } finally {
      console.children().endSeries();
      progress.clear();
    }
    return repetition;
  }

  private ReplayReport replay(
      ReplayRequest request, Notices notices, ComparedOutput output, Agreement agreement) {
    ReplayLaunch.Ended ended =
        new ReplayLaunch(notices, console.children()).run(program, request, output);
    Outcome outcome = ReplayEnd.outcome(tape, ended);
    if (outcome != null) {
      outcome = agreement.of(outcome, ended.exitStatus(), output);
    }
    return ReplayEnd.report(tape, program, ended, outcome);
  }
}
