package dev.tapedeck.runner;

import dev.tapedeck.runner.json.Har;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.portable.PortableTape;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what is on a tape in a form that other tools read. */
@Command(
    name = "export",
    description = "Write what is on a tape in a form that other tools read.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(
      names = "--har",
      description =
          "The HTTP exchanges as an HTTP archive (HAR 1.2), for browsers' developer tools.")
  private boolean har;

  @Option(
      names = "--jsonl",
      description = "The whole tape as JSON Lines, with the bytes that are no text in FILE.cas.")
  private boolean jsonl;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; without it, standard output.")
  private @Nullable Path output;

  @Mixin
  private KeyOption key = new KeyOption();

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (har == jsonl) {
      throw new Trouble("export: say in which form; there are --har and --jsonl");
    }
    if (jsonl && output == null) {
      throw new Trouble(
          "export: --jsonl wants -o FILE: what does not stand in lines is put beside it");
    }
    Path found = run.find(System.getenv());
    try (OpenedTape opened = OpenedTape.open(found, key.key(System.getenv()))) {
      if (output == null) {
        Har.write(opened.reader(), Version.OURS, console.raw());
      } else if (har) {
        writeHar(opened.reader(), output);
      } else {
        Path file = output;
        Watched.reading("exporting", opened.reader(), 2).during(() -> {
          PortableTape.writeLines(opened.reader(), file);
          return file;
        });
        console.notices().say(Amounts.count(opened.reader().events(), "event") + " in " + output);
      }
    } catch (IOException e) {
      throw new Trouble(
          "cannot write " + (output == null ? "to stdout" : output) + ": " + e.getMessage(), e);
    }
    return ExitStatus.FINE;
  }

  private void writeHar(TapeReader tape, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      int exchanges = Har.write(tape, Version.OURS, out);
      console.notices().say(Amounts.count(exchanges, "exchange") + " in " + file);
    }
  }
}
