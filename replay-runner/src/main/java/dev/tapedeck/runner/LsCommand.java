package dev.tapedeck.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.portable.PortableTape;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.run.RunDirectories;
import dev.tapedeck.runner.run.RunSummary;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the runs beneath a directory. */
@Command(name = "ls", description = "List the recorded runs, newest first.", sortOptions = false)
final class LsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Where runs and portable tapes are: $TAPEDECK_DIR, else ./tapedeck-runs.")
  private @Nullable Path directory;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  LsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path base = RunArgument.baseDirectory(directory, System.getenv());
    if (!Files.exists(base)) {
      throw new Trouble(
          "there is no directory " + base + ": name the one that -d or dir= gave to the recording");
    }
    List<RunSummary> runs = new ArrayList<>();
    if (Files.isDirectory(base)) {
      RunDirectories.newestFirst(base).forEach(run -> add(runs, () -> summary(run)));
      RunDirectories.portable(base).forEach(file -> add(runs, () -> PortableTape.summary(file)));
    } else {
      add(runs, () -> PortableTape.summary(base));
    }
    runs.sort(Comparator.comparingLong(RunSummary::startedUnixMs).reversed());
    if (json) {
      runs.forEach(this::printJson);
    } else if (runs.isEmpty()) {
      console.notices().say("there is no run beneath " + base);
    } else {
      printTable(runs);
    }
    return ExitStatus.FINE;
  }

  /** What cannot be read is said, and does not keep the others from being shown. */
  private void add(List<RunSummary> runs, Supplier<RunSummary> summary) {
    try {
      runs.add(summary.get());
    } catch (TapeException | Trouble e) {
      console.notices().say(String.valueOf(e.getMessage()));
    }
  }

  private static RunSummary summary(Path run) {
    try (TapeReader tape = TapeReader.look(run, null)) {
      return RunSummary.of(run, tape);
    }
  }

  private void printTable(List<RunSummary> runs) {
    TextTable table = new TextTable("when", "ended", ">events", ">took", "program", "run");
    for (RunSummary run : runs) {
      table.row(
          Amounts.moment(run.startedUnixMs(), ZoneId.systemDefault()),
          run.ended(),
          Amounts.number(run.events()),
          Amounts.duration(run.nanos()),
          run.main(),
          run.run().toString());
    }
    table.print(console.out());
  }

  private void printJson(RunSummary run) {
    try (JsonGenerator line = new JsonFactory().createGenerator(console.out())) {
      line.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      line.writeStartObject();
      line.writeStringField("run", run.run().toString());
      line.writeNumberField("started_at_unix_ms", run.startedUnixMs());
      line.writeStringField("main", run.main());
      line.writeFieldName("exit_code");
      if (run.exitCode() == null) {
        line.writeNull();
      } else {
        line.writeNumber(run.exitCode());
      }
      line.writeStringField("crash", run.crash());
      line.writeBooleanField("complete", run.complete());
      line.writeNumberField("events", run.events());
      line.writeNumberField("duration_ms", run.nanos() / 1_000_000);
      line.writeEndObject();
      line.writeRaw('\n');
    } catch (IOException e) {
      throw new Trouble("cannot write to stdout: " + e.getMessage(), e);
    }
  }
}
