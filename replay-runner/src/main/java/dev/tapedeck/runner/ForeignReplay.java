package dev.tapedeck.runner;

import dev.tapedeck.runner.json.ForeignTape;
import dev.tapedeck.runner.launch.ProgramOutput;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.report.Divergence;
import dev.tapedeck.runner.report.Outcome;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Replays what another tool has recorded, as far as version 1 has words for it. */
final class ForeignReplay {
  private final Console console;
  private final TapeReader tape;

  ForeignReplay(Console console, OpenedTape opened) {
    this.console = console;
    this.tape = opened.reader();
  }

  /** Runs the program; the exit status of the command. */
  int run(ReplayRequest request) {
    RecordedProgram program = RecordedProgram.ofForeign(tape.header(), System.getenv());
    if (request.classPath() == null) {
      throw new Trouble("another tool wrote the tape, and version 1 does not say where "
          + program.main() + " is: give --class-path CP");
    }
    tape.problems().forEach(console.notices()::say);
    Path scratch = scratch();
    try {
      Path writes = request.writes() == null
          ? Files.createDirectory(scratch.resolve("writes"))
          : request.writes();
      Path made = ForeignTape.make(tape, Files.createDirectory(scratch.resolve("tape")));
      ReplayLaunch.Ended ended = new ReplayLaunch(console.notices(), console.children())
          .run(program, request.ofForeign(made, writes), ProgramOutput.inherited());
      return said(ended, writes);
    } catch (IOException e) {
      throw new Trouble("cannot replay the tape: " + e.getMessage(), e);
    } finally {
      Scratch.delete(scratch);
    }
  }

  private int said(ReplayLaunch.Ended ended, Path writes) {
    Notices notices = console.notices();
    Outcome outcome = ended.outcome();
    if (outcome == null) {
      notices.say("the replayed JVM ended with status " + ended.exitStatus()
          + " and left no word of how it went: what it says above tells why");
      return ExitStatus.TROUBLE;
    }
    Divergence divergence = outcome.divergence();
    if (divergence == null && !outcome.faithful()) {
      notices.say("the replay failed: " + outcome.detail());
      return ExitStatus.TROUBLE;
    }
    ForeignTape recorded = ForeignTape.results(tape);
    String difference = divergence == null
        ? ForeignResults.difference(recorded, ended.exitStatus(), writes)
        : text(divergence, outcome.leftovers());
    if (difference != null) {
      notices.say("diverged: " + difference);
      return ExitStatus.DIVERGED;
    }
    notices.say(closing(ended, outcome, recorded.exitStatus() != null));
    outcome.notKept().forEach(notices::say);
    return recorded.exitStatus() != null ? ExitStatus.FINE : ended.exitStatus();
  }

  /** A program that fails, of which nobody knows whether it failed then, is not called faithful. */
  private static String closing(ReplayLaunch.Ended ended, Outcome outcome, boolean isEndKnown) {
    String records = Amounts.count(outcome.consumed(), "record") + " of another tool";
    String status = "exit status " + ended.exitStatus();
    String how = "faithful: " + records + ", " + status
        + (isEndKnown ? "" : ", which the tape does not tell");
    if (!isEndKnown && ended.exitStatus() != 0) {
      how = "not known to be faithful: " + status
          + ", and the tape does not tell how the recorded run ended; " + records;
    }
    String without = outcome.detail().isEmpty()
        ? ""
        : "; not on the tape, so made up or asked of this machine: " + outcome.detail();
    return how + ", replayed in " + Amounts.duration(ended.nanos()) + without;
  }

  private static String text(Divergence divergence, List<String> left) {
    if (divergence.reason().equals("leftover")) {
      return "the program ended, and did not ask for "
          + Amounts.count(Long.parseLong(divergence.detail()), "record") + " of the tape:\n  "
          + String.join("\n  ", left);
    }
    Divergence.Asked asked = divergence.asked();
    return "the tape has no record, or no more, of what the program asked: "
        + (asked.kind() + " " + asked.question()).strip() + "  at " + asked.site();
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("tapedeck-foreign-");
    } catch (IOException e) {
      throw new Trouble("cannot make a temporary directory: " + e.getMessage(), e);
    }
  }
}
