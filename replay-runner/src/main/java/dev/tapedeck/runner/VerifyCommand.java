package dev.tapedeck.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.runner.speech.Amounts;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.runner.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether a tape is whole. */
@Command(
    name = "verify",
    description =
        "Read every byte of a tape and say what is missing, and whether it still replays. Exit status: 0 whole, 1 not whole, 2 trouble.",
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private WhichRun run = new WhichRun();

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Mixin
  private KeyOption key = new KeyOption();

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path found = run.find(System.getenv());
    Verification verification;
    try (OpenedTape opened = OpenedTape.look(found, key.key(System.getenv()))) {
      verification =
          Watched.reading("verifying", opened.reader(), 1).during(() -> Verification.of(opened));
    } catch (IOException e) {
      throw new Trouble("cannot read " + found + ": " + e.getMessage(), e);
    }
    if (json) {
      print(verification);
    } else {
      say(verification);
    }
    return verification.isWhole() ? ExitStatus.FINE : ExitStatus.DIVERGED;
  }

  private void say(Verification found) {
    console
        .out()
        .println((found.isWhole() ? "whole" : "not whole") + ": "
            + Amounts.count(found.events(), "event") + ", "
            + Amounts.bytes(found.bytes()) + " of payloads, " + found.run());
    for (String problem : found.problems()) {
      console.out().println("  " + inOneLine(problem));
    }
    console.out().println("replays: " + found.replay().words());
    for (String reason : found.replay().reasons()) {
      console.out().println("  " + inOneLine(reason));
    }
    console.out().flush();
  }

  /** Whatever the program's texts in it hold. */
  private static String inOneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private void print(Verification found) {
    try (JsonGenerator out = new JsonFactory().createGenerator(console.out())) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.writeStartObject();
      out.writeStringField("run", found.run().toString());
      out.writeBooleanField("whole", found.isWhole());
      out.writeNumberField("events", found.events());
      out.writeNumberField("payload_bytes", found.bytes());
      texts(out, "problems", found.problems());
      out.writeStringField("replays", found.replay().words());
      texts(out, "reasons", found.replay().reasons());
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new Trouble("cannot write to stdout: " + e.getMessage(), e);
    }
  }

  private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
