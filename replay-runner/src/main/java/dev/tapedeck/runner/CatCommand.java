package dev.tapedeck.runner;

import dev.tapedeck.runner.json.JsonTape;
import dev.tapedeck.runner.json.Selection;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a tape as JSON Lines. */
@Command(
    name = "cat",
    description = "Print a tape as JSON Lines: a header, a record for each event, the end.",
    sortOptions = false)
final class CatCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(names = "--lane", paramLabel = "LANE", description = "Only this lane, for instance 0.1.")
  private List<String> lanes = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only this kind, for instance clock_read.")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Only what this place asked, for instance Job.run or Job.java:41.")
  private List<String> sites = new ArrayList<>();

  @Mixin
  private KeyOption key = new KeyOption();

  CatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (OpenedTape opened = OpenedTape.open(run.find(System.getenv()), key.key(System.getenv()))) {
      TapeReader tape = opened.reader();
      Selection selection = new Selection(lanes, kinds, sites);
      selection.check(tape);
      OutputStream out = new BufferedOutputStream(console.raw(), 1 << 16);
      JsonTape lines = JsonTape.of(tape, selection, Annotations.of(tape.directory())::on);
      Watched.printing("printing", tape).during(() -> {
        lines.write(out);
        return out;
      });
    } catch (IOException e) {
      if (!nobodyReads(e)) {
        throw new Trouble("cannot write to stdout: " + e.getMessage(), e);
      }
    }
    return ExitStatus.FINE;
  }

  /** As {@code head} does when it has enough. */
  private static boolean nobodyReads(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
