package dev.tapedeck.runner;

import dev.tapedeck.runner.portable.PortableTape;
import dev.tapedeck.runner.run.RunArgument;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a run directory of a portable tape. */
@Command(
    name = "unpack",
    description = "Make a run directory of a .tape.zip or of JSON Lines, and print where it is.",
    sortOptions = false)
final class UnpackCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "A .tape.zip, or a .tape of JSON Lines.")
  private Path file = Path.of("");

  @Mixin
  private DirOption directory = new DirOption();

  UnpackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new Trouble("there is no file " + file);
    }
    Path base = RunArgument.baseDirectory(directory.given(), System.getenv());
    try {
      console
          .out()
          .println(Watched.unknown("unpacking").during(() -> PortableTape.unpack(file, base)));
    } catch (IOException e) {
      throw new Trouble("cannot unpack " + file + ": " + e.getMessage(), e);
    }
    return ExitStatus.FINE;
  }
}
