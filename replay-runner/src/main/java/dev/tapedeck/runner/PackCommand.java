package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.ClassPathCheck;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.portable.PortableTape;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes one file of a run, to keep and to send. */
@Command(
    name = "pack",
    description = "Make one file of a run, to keep and to send. The same run gives the same bytes.",
    sortOptions = false)
final class PackCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; without it, run-….tape.zip here.")
  private @Nullable Path output;

  @Option(
      names = "--with-classpath",
      description = "With the program's jars and classes: who replays it needs a JDK only.")
  private boolean withClassPath;

  @Option(
      names = "--unsealed",
      description = "Of a sealed tape, with --key: the file is not sealed.")
  private boolean unsealed;

  @Mixin
  private KeyOption key = new KeyOption();

  PackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path found = run.find(System.getenv());
    try (OpenedTape opened = OpenedTape.open(found, key.key(System.getenv()))) {
      if (opened.reader().sealedTo() != null && !unsealed) {
        throw new Trouble(found
            + " is sealed, and what is packed is not: if everybody may read it, say --unsealed");
      }
      List<Path> classes = withClassPath
          ? ClassPathCheck.unchanged(RecordedProgram.of(opened.reader().header()))
          : List.of();
      Path file = output == null
          ? Path.of(opened.reader().directory().getFileName() + ".tape.zip")
          : output;
      try {
        Watched.reading("packing", opened.reader(), 2).during(() -> {
          PortableTape.pack(opened.reader(), classes, file);
          return file;
        });
        console.notices().say(Amounts.bytes(Files.size(file)) + " in " + file);
      } catch (IOException e) {
        throw new Trouble("cannot write " + file + ": " + e.getMessage(), e);
      }
    }
    return ExitStatus.FINE;
  }
}
