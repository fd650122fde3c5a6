package dev.tapedeck.runner;

import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a run was. */
@Command(
    name = "info",
    description = "Tell who ran what, when, on which JVM, what is on the tape and how it ended.",
    sortOptions = false)
final class InfoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Mixin
  private KeyOption key = new KeyOption();

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path found = run.find(System.getenv());
    try (OpenedTape opened = OpenedTape.look(found, key.key(System.getenv()))) {
      TapeReader tape = opened.reader();
      if (json) {
        RunInfoJson.write(found, tape, console.out());
      } else {
        console.out().print(RunInfoText.of(found, tape));
        console.out().flush();
      }
    } catch (IOException e) {
      throw new Trouble("cannot write to stdout: " + e.getMessage(), e);
    }
    return ExitStatus.FINE;
  }
}
