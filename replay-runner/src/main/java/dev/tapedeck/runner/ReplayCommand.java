package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.runner.report.ReplayReport;
import dev.tapedeck.runner.report.ReplayReportJson;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recorded program again, from its tape alone. */
@Command(
    name = "replay",
    description =
        "Run a recorded program again, from its tape alone. Exit status: 0 faithful, 1 diverged, 2 trouble.",
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "A run directory, or a directory with runs beneath it: the newest.")
  private @Nullable Path run;

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "DIR",
      description = "Where runs are kept: $TAPEDECK_DIR, else ./tapedeck-runs.")
  private @Nullable Path directory;

  @Option(
      names = "--debug",
      arity = "0..1",
      fallbackValue = "5005",
      parameterConsumer = PortConsumer.class,
      paramLabel = "PORT",
      description = "Wait for a debugger on this port (5005) before the first line.")
  private @Nullable Integer debug;

  @Option(
      names = "--until",
      paramLabel = "SEQ",
      description = "Suspend the program when this event of 'tapedeck cat' is next.")
  private @Nullable Long until;

  @Option(
      names = "--lane",
      paramLabel = "LANE",
      description = "Count --until within this lane (its ordinal).")
  private @Nullable String lane;

  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "CP",
      description = "The program's classes, instead of where they were recorded.")
  private @Nullable String classPath;

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "A JDK's home or java executable, instead of the recorded one.")
  private @Nullable Path java;

  @Option(
      names = "--keep-writes",
      paramLabel = "DIR",
      description =
          "Keep what the program writes: the file at /P is DIR/P. A new or an empty directory.")
  private @Nullable Path keepWrites;

  @Option(names = "--report", paramLabel = "FILE", description = "Write how it went as JSON.")
  private @Nullable Path report;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path writes = keepWrites == null ? null : WritesDirectory.prepared(keepWrites);
    Path found = RunArgument.resolve(run, directory, System.getenv());
    try (TapeReader tape = TapeReader.open(found)) {
      RecordedProgram program = RecordedProgram.of(tape.header());
      int port = debug == null ? 5005 : debug;
      ReplayRequest request =
          new ReplayRequest(found, debug != null, port, awaited(tape), classPath, java, writes);
      ReplayLaunch.Ended ended = new ReplayLaunch(console.notices(), console.children())
          .run(program, request, ProcessBuilder.Redirect.INHERIT, ProcessBuilder.Redirect.INHERIT);
      ReplayReport said = ReplayEnd.report(tape, program, ended);
      console.notices().say(said.text());
      said.notKept().forEach(console.notices()::say);
      writeReport(said);
      return ReplayEnd.exitStatus(said);
    }
  }

  private ReplayRequest.@Nullable Until awaited(TapeReader tape) {
    if (until == null) {
      if (lane != null) {
        throw new Trouble("--lane says where --until counts: give --until too");
      }
      return null;
    }
    return AwaitedEvent.find(tape, until, lane);
  }

  private void writeReport(ReplayReport said) {
    if (report == null) {
      return;
    }
    try (var out = Files.newOutputStream(report)) {
      ReplayReportJson.write(said, out);
    } catch (IOException e) {
      throw new Trouble("cannot write the report to " + report + ": " + e.getMessage(), e);
    }
  }

  /** A bare {@code --debug} takes no argument away that is no port, so that RUN may follow. */
  static final class PortConsumer implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
      boolean port = !arguments.isEmpty()
          && !arguments.peek().isEmpty()
          && arguments.peek().chars().allMatch(Character::isDigit);
      argument.setValue(port ? Integer.valueOf(arguments.pop()) : Integer.valueOf(5005));
    }
  }
}
