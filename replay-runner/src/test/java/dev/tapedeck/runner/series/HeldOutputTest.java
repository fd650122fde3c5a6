package dev.tapedeck.runner.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutputTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @TempDir
  Path directory;

  @Test
  void comesInTheOrderOfTheTape() throws IOException {
    HeldOutput held = printed("one\nthree\n", "two\nfour\n");
    try (TapeReader tape = OutputTape.of(
            directory, "0:stdout:one\n", "1:stderr:two\n", "0:stdout:three\n", "0:stderr:four\n");
        HeldOutput.Shown shown = held.open()) {
      shown.show(tape, terminal, terminal);
    }
    assertThat(terminal.toString(UTF_8)).isEqualTo("one\ntwo\nthree\nfour\n");
  }

  /** The bytes are those of the files: what the JVM said is not on the tape. */
  @Test
  void nothingIsLost() throws IOException {
    HeldOutput held = printed("one\n", "two\n# A fatal error has been detected\n");
    try (TapeReader tape = OutputTape.of(directory, "0:stderr:two\n", "0:stdout:one\n");
        HeldOutput.Shown shown = held.open()) {
      shown.show(tape, terminal, terminal);
    }
    assertThat(terminal.toString(UTF_8)).isEqualTo("two\none\n# A fatal error has been detected\n");
  }

  @Test
  void stdoutComesFirstWithoutATape() throws IOException {
    try (HeldOutput.Shown shown = printed("one\n", "two\n").open()) {
      shown.show(null, terminal, terminal);
    }
    assertThat(terminal.toString(UTF_8)).isEqualTo("one\ntwo\n");
  }

  @Test
  void eachRunHasFilesOfItsOwn() throws IOException {
    HeldOutput held = printed("one\n", "two\n");
    ProcessBuilder next = new ProcessBuilder();
    held.take(next);
    Files.createFile(next.redirectOutput().file().toPath());
    Files.createFile(next.redirectError().file().toPath());
    try (HeldOutput.Shown shown = held.open()) {
      shown.show(null, terminal, terminal);
    }
    assertThat(terminal.size()).isZero();
    assertThat(directory).isDirectoryNotContaining("glob:**-1");
  }

  private HeldOutput printed(String out, String err) throws IOException {
    HeldOutput held = new HeldOutput(directory);
    ProcessBuilder run = new ProcessBuilder();
    held.take(run);
    Files.writeString(run.redirectOutput().file().toPath(), out);
    Files.writeString(run.redirectError().file().toPath(), err);
    return held;
  }
}
