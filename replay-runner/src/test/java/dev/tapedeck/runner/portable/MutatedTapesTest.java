package dev.tapedeck.runner.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.KeyFile;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeKey;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Given a tape that was changed anywhere, it is refused in words, or read with its problems said, or reads as before;
 * never a crash, never something else without a word.
 *
 * <p>{@code -Dtapedeck.fuzz.minutes=60} goes on for an hour instead.
 */
class MutatedTapesTest {
  private static final long MINUTES = Long.getLong("tapedeck.fuzz.minutes", 0);

  @TempDir
  Path directory;

  /** What is changed, and how often: 10,000 times in all. Of the last two a run directory is made each time. */
  enum Form {
    RUN_DIRECTORY(5_500),
    SEALED(1_500),
    LINES(1_500),
    PACKED(1_500);

    private final int inputs;

    Form(int inputs) {
      this.inputs = inputs;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noneLies(Form form) throws IOException {
    long seed = MINUTES == 0 ? 8 : System.nanoTime();
    Random random = new Random(seed);
    TapeKey key = form == Form.SEALED ? newKey() : null;
    Path whole = made(form, key, seed);
    List<String> expected = described(whole, key);
    List<Path> files = files(whole);
    long end = System.nanoTime() + MINUTES * 60_000_000_000L / Form.values().length;
    for (int i = 0; MINUTES == 0 ? i < form.inputs : System.nanoTime() < end; i++) {
      Path victim = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(victim);
      Files.write(victim, mutated(bytes, random));
      assertThat(lie(whole, key, expected))
          .as("seed " + seed + ", input " + i + " of " + form + ", " + victim.getFileName())
          .isNull();
      Files.write(victim, bytes);
    }
  }

  /** What is read that was not written, and of which nothing else is said; null where nothing is. */
  private static @Nullable String lie(Path tape, TapeKey key, List<String> expected) {
    try {
      List<String> found = described(tape, key);
      for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
        String is = i < found.size() ? found.get(i) : "nothing";
        String was = i < expected.size() ? expected.get(i) : "nothing";
        if (!is.equals(was)) {
          return is + " instead of " + was;
        }
      }
      return null;
    } catch (Trouble | TapeException refused) {
      return String.valueOf(refused.getMessage()).isBlank() ? "refused without a word" : null;
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * All that it says.
   *
   * @throws TapeException when it says that it is not whole
   */
  private static List<String> described(Path tape, TapeKey key) throws IOException {
    try (OpenedTape opened = OpenedTape.open(tape, key)) {
      TapeReader reader = opened.reader();
      List<String> described = Described.of(reader);
      if (!reader.complete()) {
        throw new Trouble(String.join(" ", reader.problems()));
      }
      return described;
    }
  }

  private TapeKey newKey() {
    Path file = directory.resolve("tapes.key");
    KeyFile.create(file);
    return new TapeKey(file);
  }

  private Path made(Form form, TapeKey key, long seed) throws IOException {
    for (long at = seed; ; at++) {
      Path base = directory.resolve("recorded" + at);
      Path run = key == null
          ? RandomTape.write(base, at)
          : RandomTape.writeSealed(base, at, KeyFile.readPublic(Path.of(key.file() + ".pub")));
      try (TapeReader tape = TapeReader.open(run, key)) {
        if (!tape.complete()) {
          continue;
        }
        return switch (form) {
          case RUN_DIRECTORY, SEALED -> run;
          case LINES -> {
            PortableTape.writeLines(tape, directory.resolve("run.tape"));
            yield directory.resolve("run.tape");
          }
          case PACKED -> {
            PortableTape.pack(tape, List.of(), directory.resolve("run.tape.zip"));
            yield directory.resolve("run.tape.zip");
          }
        };
      }
    }
  }

  private static List<Path> files(Path tape) throws IOException {
    if (!Files.isDirectory(tape)) {
      return List.of(tape);
    }
    try (Stream<Path> all = Files.list(tape)) {
      return all.sorted().toList();
    }
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    // Of a segment most is empty: where something stands, something can go wrong.
    int used = bytes.length;
    while (used > 1 && bytes[used - 1] == 0) {
      used--;
    }
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(used);
      int length = Math.min(1 + random.nextInt(40), bytes.length - at);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
        case 3 ->
          System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        case 4 -> bytes = cut(bytes, at, length);
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
      used = Math.max(1, Math.min(used, bytes.length));
    }
    return bytes;
  }

  private static byte[] cut(byte[] bytes, int at, int length) {
    byte[] left = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, left, 0, at);
    System.arraycopy(bytes, at + length, left, at, left.length - at);
    return left.length == 0 ? new byte[1] : left;
  }
}
