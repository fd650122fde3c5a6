package dev.tapedeck.runner;

import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.speech.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Notes something on an event. */
@Command(
    name = "annotate",
    description =
        "Note something on an event. It is kept beside the tape, which is not changed; 'cat' shows it.",
    sortOptions = false)
final class AnnotateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RUN", description = RunArgument.DESCRIPTION)
  private Path run = Path.of("");

  @Parameters(index = "1", paramLabel = "SEQ", description = "The event's seq in 'tapedeck cat'.")
  private long seq;

  @Parameters(index = "2..*", arity = "1..*", paramLabel = "TEXT", description = "What to note.")
  private List<String> text = new ArrayList<>();

  AnnotateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path found = RunArgument.resolve(run, null, System.getenv());
    try (OpenedTape opened = OpenedTape.look(found, null)) {
      long events = opened.reader().events();
      if (seq < 0 || seq >= events) {
        throw new Trouble(
            "there is no event " + seq + ": the tape's events are 0 to " + (events - 1));
      }
    }
    Annotations.add(found, seq, String.join(" ", text));
    console.notices().say("noted on event " + seq + " of " + found);
    return ExitStatus.FINE;
  }
}
