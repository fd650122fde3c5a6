package dev.tapedeck.runner;

import dev.tapedeck.runner.run.RunDirectories;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.KeptMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Marks a run as one that no limit deletes. */
@Command(
    name = "keep",
    description =
        "Mark a run as kept: the agent's options max-bytes, max-age and keep never delete it.",
    sortOptions = false)
final class KeepCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(names = "--undo", description = "Take the mark away.")
  private boolean undo;

  KeepCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path found = run.find(System.getenv());
    if (!RunDirectories.isRun(found)) {
      throw new Trouble(found + " is no run directory: nothing else is ever deleted");
    }
    try {
      if (undo) {
        KeptMark.take(found);
      } else {
        KeptMark.put(found);
      }
    } catch (IOException e) {
      throw new Trouble("cannot mark " + found + ": " + e, e);
    }
    console.notices().say((undo ? "no longer kept: " : "kept: ") + found);
    return ExitStatus.FINE;
  }
}
