package dev.tapedeck.runner;

import dev.tapedeck.runner.json.ForeignTape;
import dev.tapedeck.runner.launch.ProgramOutput;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.launch.ReplayLaunch;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.runner.launch.Terminal;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.report.Repetition;
import dev.tapedeck.runner.report.ReplayReport;
import dev.tapedeck.runner.report.ReplayReportJson;
import dev.tapedeck.runner.speech.Progress;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Runs a recorded program again, from its tape alone. */
@Command(
    name = "replay",
    description =
        "Run a recorded program again, from its tape alone. Exit status: 0 faithful, 1 diverged, 2 trouble.",
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

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

  /** As people type them. */
  private enum PaceName {
    none,
    recorded
  }

  @Option(
      names = "--pace",
      paramLabel = "none|recorded",
      description = "How fast to tell what came over HTTP: at once, or as slowly as it came.")
  private PaceName pace = PaceName.none;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = {
        "Replay so many times, each in a JVM of its own, and say whether all are faithful and print the same.",
        "The first is as it would be alone; of the others nothing is shown or kept."
      })
  private @Nullable Integer repeat;

  @Option(
      names = "--bless",
      description = {
        "The program was changed on purpose: answer what it asks now from the tape, where that is possible, and write a tape",
        "of it; say how the two differ. Exit status: 0 a tape was written, 1 something cannot be answered, 2 trouble."
      })
  private boolean bless;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "With --bless: where the new run is kept; without it, beside the old one.")
  private @Nullable Path output;

  @Option(names = "--report", paramLabel = "FILE", description = "Write how it went as JSON.")
  private @Nullable Path report;

  @Mixin
  private KeyOption key = new KeyOption();

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkRepeat();
    checkBless();
    Path writes = keepWrites == null ? null : WritesDirectory.prepared(keepWrites);
    Path found = run.find(System.getenv());
    try (OpenedTape opened = OpenedTape.open(found, key.key(System.getenv()))) {
      TapeReader tape = opened.reader();
      List<String> redactions = tape.header().list(Header.REDACTIONS);
      if (!redactions.isEmpty()) {
        console
            .notices()
            .say("the tape is redacted (" + String.join("; ", redactions)
                + "): the program is given asterisks, and may go another way");
      }
      if (ForeignTape.is(tape)) {
        checkForeign();
        return new ForeignReplay(console, opened).run(request(opened, tape, writes));
      }
      RecordedProgram program = RecordedProgram.of(tape.header());
      ReplayRequest request = request(opened, tape, writes);
      if (bless) {
        if (tape.sealedTo() != null) {
          throw new Trouble(
              "the run is sealed, and what --bless writes would be in clear: bless what 'pack --unsealed' makes of it");
        }
        return new BlessedReplay(console, found, output).run(tape, program, request);
      }
      return repeat == null
          ? replay(tape, program, request)
          : replay(tape, program, request, repeat);
    }
  }

  private ReplayRequest request(OpenedTape opened, TapeReader tape, @Nullable Path writes) {
    return new ReplayRequest(
        opened.toReplay(),
        debug != null,
        debug == null ? 5005 : debug,
        awaited(tape),
        classPath,
        java,
        writes,
        pace == PaceName.recorded,
        tape.sealedTo() == null ? null : key.key(System.getenv()),
        null,
        false);
  }

  private int replay(TapeReader tape, RecordedProgram program, ReplayRequest request) {
    ReplayLaunch.Ended ended = new ReplayLaunch(console.notices(), console.children())
        .run(program, request, ProgramOutput.inherited());
    ReplayReport said = ReplayEnd.report(tape, program, ended);
    console.notices().say(said.text());
    said.notKept().forEach(console.notices()::say);
    writeReport(out -> ReplayReportJson.write(said, out));
    return ReplayEnd.exitStatus(said);
  }

  private int replay(TapeReader tape, RecordedProgram program, ReplayRequest request, int times) {
    Progress progress = new Progress(System.err, Terminal.isStderr());
    Repetition repetition =
        new RepeatedReplay(console, progress, tape, program).run(request, times);
    console.notices().say(repetition.text());
    writeReport(out -> ReplayReportJson.write(repetition, out));
    return ReplayEnd.exitStatus(repetition.decisive());
  }

  private void checkRepeat() {
    if (repeat == null) {
      return;
    }
    if (repeat < 1) {
      throw new Trouble("--repeat wants a number of replays from 1 on, not " + repeat);
    }
    if (debug != null || until != null) {
      throw new Trouble("--repeat stops for nobody: leave out "
          + (debug != null ? "--debug" : "--until") + ", or --repeat");
    }
  }

  private void checkBless() {
    if (output != null && !bless) {
      throw new Trouble("-o says where --bless puts the new run: give --bless too");
    }
    String other = repeat != null
        ? "--repeat"
        : debug != null
            ? "--debug"
            : until != null ? "--until" : report != null ? "--report" : null;
    if (bless && other != null) {
      throw new Trouble(
          "--bless runs the program once, and writes a tape of it: leave out " + other);
    }
  }

  /** What wants lanes, lines or a program's own tape. */
  private void checkForeign() {
    String other = bless
        ? "--bless"
        : repeat != null
            ? "--repeat"
            : until != null ? "--until" : report != null ? "--report" : null;
    if (other != null) {
      throw new Trouble("another tool wrote the tape, and it holds too little for " + other);
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

  /** Writes a report. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void writeReport(Writing writing) {
    if (report == null) {
      return;
    }
    try (var out = Files.newOutputStream(report)) {
      writing.to(out);
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
