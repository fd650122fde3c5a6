package dev.tapedeck.runner;

import dev.tapedeck.runner.json.Selection;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.portable.PortableTape;
import dev.tapedeck.runner.redact.RedactedTape;
import dev.tapedeck.runner.redact.Rules;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a tape without what somebody must not see. */
@Command(
    name = "redact",
    description = {
      "Write a tape anew without some of it, and mark it as redacted. The original is not changed.",
      "Asterisks stand for what was removed, as many as there were characters or bytes."
    },
    sortOptions = false)
final class RedactCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(names = "--lane", paramLabel = "LANE", description = "In this lane, for instance 0.1.")
  private List<String> lanes = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "In events of this kind, for instance file_read.")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "In what this place asked, for instance Job.run or Job.java:41.")
  private List<String> sites = new ArrayList<>();

  @Option(
      names = "--field",
      paramLabel = "NAME",
      description =
          "This field of those events, as 'tapedeck cat' names it; without --field and --match, their payloads.")
  private List<String> fields = new ArrayList<>();

  @Option(
      names = "--match",
      paramLabel = "REGEX",
      description =
          "What matches, in those events; where none are chosen, on all of the tape: header and crash too.")
  private List<String> patterns = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; without it, run-….redacted.tape.zip here.")
  private @Nullable Path output;

  @Mixin
  private KeyOption key = new KeyOption();

  RedactCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path found = run.find(System.getenv());
    Rules rules = new Rules(new Selection(lanes, kinds, sites), fields, patterns);
    try (OpenedTape opened = OpenedTape.open(found, key.key(System.getenv()))) {
      TapeReader tape = opened.reader();
      rules.check(tape);
      Path file =
          output == null ? Path.of(tape.directory().getFileName() + ".redacted.tape.zip") : output;
      if (Files.exists(file)) {
        throw new Trouble(file + " is there already: a tape is never written over by another");
      }
      write(tape, rules, file);
    }
    return ExitStatus.FINE;
  }

  private void write(TapeReader tape, Rules rules, Path file) {
    Path scratch = null;
    try {
      Path base = Files.createTempDirectory("tapedeck-redact-");
      scratch = base;
      RedactedTape.Made made = Watched.unknown("redacting")
          .during(() -> written(RedactedTape.write(tape, rules, base), file));
      console.notices().say("removed in " + Amounts.count(made.places(), "place") + ": " + file);
    } catch (IOException e) {
      throw new Trouble("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      if (scratch != null) {
        Scratch.delete(scratch);
      }
    }
  }

  private static RedactedTape.Made written(RedactedTape.Made made, Path file) throws IOException {
    try (TapeReader redacted = TapeReader.open(made.run())) {
      PortableTape.pack(redacted, List.of(), file);
    }
    return made;
  }
}
