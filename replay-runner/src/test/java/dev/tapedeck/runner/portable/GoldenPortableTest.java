package dev.tapedeck.runner.portable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.Main;
import dev.tapedeck.runner.json.JsonTape;
import dev.tapedeck.runner.json.Selection;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Given a tape that this version packed when it was new, it reads as it did then, in any place of the world.
 *
 * <p>{@code -Dtapedeck.golden=refresh} makes it anew; read the difference before committing it.
 */
class GoldenPortableTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "tapes");
  private static final Path PACKED = KEPT.resolve("portable-1.tape.zip");
  private static final Path SHOWN = KEPT.resolve("portable-1.cat.jsonl");
  private static final long SEED = 11;

  @TempDir
  Path directory;

  @Test
  void readsAsItDid() throws IOException {
    if ("refresh".equals(System.getProperty("tapedeck.golden"))) {
      write();
    }
    assertThat(shown(PACKED)).isEqualTo(Files.readString(SHOWN));
    Path run = PortableTape.unpack(PACKED, directory);
    Path again = directory.resolve("again.tape.zip");
    Path lines = directory.resolve("again.tape");
    try (TapeReader tape = TapeReader.open(run)) {
      PortableTape.pack(tape, List.of(), again);
      PortableTape.writeLines(tape, lines);
    }
    assertThat(shown(again)).isEqualTo(Files.readString(SHOWN));
    assertThat(shown(lines)).isEqualTo(Files.readString(SHOWN));
  }

  @Test
  void isTheSameUnderAnotherLocaleLineSeparatorAndTimeZone() throws Exception {
    assertThat(elsewhere("cat")).isEqualTo(Files.readAllBytes(SHOWN));
    assertThat(new String(elsewhere("verify"), ISO_8859_1)).startsWith("whole: 51 events");
    assertThat(new String(elsewhere("ls"), ISO_8859_1)).contains("a.B").matches("\\p{ASCII}+");
  }

  /** Where digits, the letter i, lines, clocks and bytes of texts are others. */
  private byte[] elsewhere(String verb) throws Exception {
    List<String> line = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Duser.language=ar",
        "-Duser.country=EG",
        "-Duser.timezone=Asia/Kolkata",
        "-Dline.separator=\r\n",
        "-Dfile.encoding=ISO-8859-1",
        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        verb,
        PACKED.toString()));
    Path out = directory.resolve(verb);
    Path err = directory.resolve(verb + "-err");
    int status = new ProcessBuilder(line)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start()
        .waitFor();
    assertThat(status).as(Files.readString(err, ISO_8859_1)).isZero();
    return Files.readAllBytes(out);
  }

  private static String shown(Path tape) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OpenedTape opened = OpenedTape.open(tape)) {
      assertThat(opened.reader().problems()).isEmpty();
      JsonTape.of(opened.reader(), new Selection(List.of(), List.of(), List.of()))
          .write(out);
    }
    return out.toString(UTF_8);
  }

  private void write() throws IOException {
    Files.createDirectories(KEPT);
    long seed = SEED;
    while (true) {
      try (TapeReader tape =
          TapeReader.open(RandomTape.write(directory.resolve("made" + seed++), seed))) {
        if (tape.complete() && tape.end() != null) {
          PortableTape.pack(tape, List.of(), PACKED);
          break;
        }
      }
    }
    try (OutputStream out = Files.newOutputStream(SHOWN)) {
      out.write(shown(PACKED).getBytes(UTF_8));
    }
  }
}
