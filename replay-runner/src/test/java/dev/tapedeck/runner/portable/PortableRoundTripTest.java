package dev.tapedeck.runner.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.run.Annotations;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given a tape with events of every kind, what is made of it holds the same, and what is made of that. */
class PortableRoundTripTest {
  private static final int TAPES = 30;

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"run.tape", "run.tape.zip"})
  void nothingIsLostAndNothingIsAdded(String name) throws IOException {
    for (long seed = 0; seed < TAPES; seed++) {
      Path base = directory.resolve("seed" + seed);
      Path run = RandomTape.write(base.resolve("recorded"), seed);
      Path first = written(run, base.resolve(name));
      Path unpacked = PortableTape.unpack(first, base.resolve("unpacked"));
      assertThat(described(unpacked)).as("seed " + seed).isEqualTo(described(run));
      Path second = written(unpacked, base.resolve("second-" + name));
      assertThat(second).as("seed " + seed).hasSameBinaryContentAs(first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void packedTwiceItIsTheSameToTheByte(long seed) throws IOException {
    Path run = RandomTape.write(directory.resolve("recorded"), seed);
    Path once = written(run, directory.resolve("a.tape.zip"));
    Path again = written(run, directory.resolve("b.tape.zip"));
    assertThat(again).hasSameBinaryContentAs(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.tape", "run.tape.zip"})
  void whatPeopleNotedGoesAlong(String name) throws IOException {
    Path run = RandomTape.write(directory.resolve("recorded"), 1);
    Annotations.add(run, 0, "in the run");
    Path file = written(run, directory.resolve(name));
    if (name.endsWith(".zip")) {
      Annotations.add(file, 0, "beside the file");
    }
    Path unpacked = PortableTape.unpack(file, directory.resolve("unpacked"));
    assertThat(Annotations.of(unpacked).on(0)).contains("in the run");
    try (OpenedTape opened = OpenedTape.open(file)) {
      assertThat(Annotations.of(opened.reader().directory()).on(0))
          .isEqualTo(Annotations.of(unpacked).on(0))
          .hasSize(name.endsWith(".zip") ? 2 : 1);
    }
    Path second = written(unpacked, directory.resolve("second-" + name));
    Path third = PortableTape.unpack(second, directory.resolve("unpacked-again"));
    assertThat(Annotations.fileOf(third)).hasSameBinaryContentAs(Annotations.fileOf(unpacked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.tape", "run.tape.zip"})
  void whatWasNotedOnAnotherTapeOfThatNameDoesNot(String name) throws IOException {
    Path file = directory.resolve(name);
    Annotations.add(file, 0, "of the one before");
    written(RandomTape.write(directory.resolve("recorded"), 1), file);
    assertThat(Annotations.of(file).count()).isZero();
  }

  private static List<String> described(Path run) {
    try (TapeReader tape = TapeReader.open(run)) {
      return Described.of(tape);
    }
  }

  private static Path written(Path run, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (TapeReader tape = TapeReader.open(run)) {
      if (file.toString().endsWith(".zip")) {
        PortableTape.pack(tape, List.of(), file);
      } else {
        PortableTape.writeLines(tape, file);
      }
    }
    return file;
  }
}
