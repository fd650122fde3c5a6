package dev.tapedeck.runner;

import dev.tapedeck.runner.diff.DiffJson;
import dev.tapedeck.runner.diff.DiffText;
import dev.tapedeck.runner.diff.Mode;
import dev.tapedeck.runner.diff.TapeDiff;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how two runs differ. */
@Command(
    name = "diff",
    description =
        "Say how two runs differ, the first difference first. Exit status: 0 the same, 1 different, 2 trouble.",
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "A", description = RunArgument.DESCRIPTION)
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The other run.")
  private Path second = Path.of("");

  /** As people type them. */
  private enum ModeName {
    exact,
    semantic,
    outcome,
    phases
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "exact (every value and line; the default), semantic (times, durations, numbers of processes and lines within a method may differ),",
        "outcome (what was said and written, and the end), phases (the program exactly, its shutdown semantically)."
      })
  private ModeName mode = ModeName.exact;

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Mixin
  private KeyOption key = new KeyOption();

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (OpenedTape a = opened(first);
        OpenedTape b = opened(second)) {
      Mode counts = Mode.valueOf(mode.name().toUpperCase(Locale.ROOT));
      TapeDiff diff = Watched.reading("comparing", a.reader(), 2)
          .during(() -> TapeDiff.of(a.reader(), b.reader(), counts));
      if (json) {
        DiffJson.write(diff, a.reader(), b.reader(), console.out());
      } else {
        console.out().print(DiffText.of(diff, a.reader(), b.reader()));
        console.out().flush();
      }
      return diff.isSame() ? ExitStatus.FINE : ExitStatus.DIVERGED;
    } catch (IOException e) {
      throw new Trouble("cannot write to stdout: " + e.getMessage(), e);
    }
  }

  private OpenedTape opened(Path run) {
    return OpenedTape.open(
        RunArgument.resolve(run, null, System.getenv()), key.key(System.getenv()));
  }
}
