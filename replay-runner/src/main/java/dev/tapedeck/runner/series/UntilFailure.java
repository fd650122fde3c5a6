package dev.tapedeck.runner.series;

import dev.tapedeck.runner.launch.AgentJar;
import dev.tapedeck.runner.launch.AgentOptions;
import dev.tapedeck.runner.launch.Children;
import dev.tapedeck.runner.launch.RecordCommandLine;
import dev.tapedeck.runner.launch.Terminal;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Notices;
import dev.tapedeck.runner.speech.Progress;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records a command line again and again until a run fails, and keeps the tape of that run alone. */
public final class UntilFailure {
  private final Children children;
  private final Notices notices;
  private final Progress progress;
  private final OutputStream out;
  private final OutputStream err;

  /**
   * What it speaks through.
   *
   * @param out where the stdout of the run that failed is shown
   * @param err where its stderr is
   */
  public UntilFailure(
      Children children, Notices notices, Progress progress, OutputStream out, OutputStream err) {
    this.children = children;
    this.notices = notices;
    this.progress = progress;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @param most how many runs there may be; 0 for any number
   * @return the exit status of the run that failed, or 0
   */
  public int run(List<String> command, Path base, Map<String, String> options, int most) {
    RecordCommandLine.check(command);
    String agentJar = AgentJar.locate().toString();
    try {
      Path scratch = Files.createTempDirectory("tapedeck-record-");
      try {
        Failed failed = find(command, agentJar, base, options, most, scratch);
        return failed == null ? none(most) : show(failed, scratch);
      } finally {
        progress.clear();
        Scratch.delete(scratch);
      }
    } catch (IOException e) {
      throw new Trouble("cannot use a temporary file: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  /** The run that failed, the tape of which is in its place. */
  private record Failed(int number, int status, @Nullable Path tape, HeldOutput printed) {}

  private @Nullable Failed find(
      List<String> command,
      String agentJar,
      Path base,
      Map<String, String> options,
      int most,
      Path scratch)
      throws IOException, InterruptedException {
    HeldOutput printed = new HeldOutput(scratch);
    RepeatableInput input =
        Terminal.isStdin() ? null : new RepeatableInput(System.in, scratch.resolve("in"));
    children.beginSeries();
    try (OwnRuns runs = new OwnRuns(base, "until-failure")) {
      AgentOptions agent =
          new AgentOptions().with("dir", runs.directory().toAbsolutePath().toString());
      agent.with("keep", "all"); // which of them stays, we say
      options.forEach(agent::with);
      ProcessBuilder builder =
          new ProcessBuilder(RecordCommandLine.with(agent.flag(agentJar), command));
      for (int number = 1; most == 0 || number <= most; number++) {
        progress.show("run", number, most);
        int status = once(builder, input, printed);
        if (status != 0) {
          return new Failed(number, status, runs.keep().orElse(null), printed);
        }
        if (!runs.forget()) {
          progress.clear();
          showAll(null, printed, scratch);
          throw new Trouble("run " + number + " was not recorded: there is no tape of it");
        }
      }
    } finally {
      children.endSeries();
    }
    return null;
  }

  private int once(ProcessBuilder builder, @Nullable RepeatableInput input, HeldOutput printed)
      throws IOException, InterruptedException {
    printed.take(builder);
    if (input == null) {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
      return children.awaitEnd(children.start(builder));
    }
    input.give(builder);
    Process process = children.start(builder);
    input.feed(builder, process);
    int status = children.awaitEnd(process);
    input.rest();
    return status;
  }

  private int none(int runs) {
    progress.clear();
    notices.say("none of " + Amounts.count(runs, "run") + " failed: no tape is kept");
    return 0;
  }

  private int show(Failed failed, Path scratch) {
    progress.clear();
    Path tape = failed.tape();
    showAll(tape, failed.printed(), scratch);
    String failure =
        "run " + Amounts.number(failed.number()) + " failed with exit status " + failed.status();
    notices.say(
        tape == null
            ? failure + "; nothing was recorded: there is no tape of it"
            : failure + "; its tape: " + tape + "\nreplay it with: tapedeck replay " + tape);
    return failed.status();
  }

  private void showAll(@Nullable Path tape, HeldOutput printed, Path scratch) {
    try (HeldOutput.Shown shown = printed.open()) {
      // Whoever loses patience while it is shown leaves no files behind.
      Scratch.delete(scratch);
      show(shown, tape);
    } catch (IOException e) {
      notices.say("not all that it printed could be shown: " + e.getMessage());
    }
  }

  private void show(HeldOutput.Shown shown, @Nullable Path tape) throws IOException {
    if (tape == null) {
      shown.show(null, out, err);
      return;
    }
    try (TapeReader order = TapeReader.open(tape)) {
      shown.show(order, out, err);
    } catch (TapeException damaged) {
      shown.show(null, out, err);
    }
  }
}
