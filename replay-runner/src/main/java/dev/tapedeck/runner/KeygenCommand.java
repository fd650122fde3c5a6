package dev.tapedeck.runner;

import dev.tapedeck.tape.KeyFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a pair of keys for sealed tapes. */
@Command(
    name = "keygen",
    description = {
      "Make a pair of keys: FILE opens the tapes that the agent option 'encrypt-to=FILE.pub' seals.",
      "No file is written over."
    },
    sortOptions = false)
final class KeygenCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The private key's file; without it, tapedeck.key here.")
  private Path output = Path.of("tapedeck.key");

  KeygenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path opened = KeyFile.create(output);
    console
        .notices()
        .say(output + " opens what is recorded with encrypt-to=" + opened
            + ": keep it where the tapes are not");
    return ExitStatus.FINE;
  }
}
