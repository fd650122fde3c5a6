package dev.tapedeck.runner.portable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given a packed tape that means harm, it is refused in one line, and nothing is written outside. */
class HostileZipTest {
  private static final String HEADER =
      "{\"type\":\"header\",\"version\":1,\"harn_version\":\"x/1\",\"started_at_unix_ms\":0,"
          + "\"script_path\":\"x\",\"argv\":[]}\n";

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "classpath/../../evil",
        "classpath/a/../../../evil",
        "classpath//etc/evil",
        "/etc/evil",
        "classpath/C:\\evil",
        "classpath/..\\evil",
        "classpath/a\u0000b",
        "run.tape.cas/../evil",
        "run.tape.cas/AF1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
        "run.tape.cas/af1349",
        "other.tape",
        "META-INF/MANIFEST.MF"
      })
  void namesThatLeadElsewhere(String name) throws IOException {
    isRefused(zip(name, "x".getBytes(UTF_8)), "it has an entry");
    try (var all = Files.walk(directory)) {
      assertThat(all.filter(path -> path.toString().contains("evil"))).isEmpty();
    }
  }

  @Test
  void twoEntriesOfOneName() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("run.tapf", HEADER.getBytes(UTF_8)));
    byte[] name = "run.tapf".getBytes(UTF_8);
    for (int i = 0; i + name.length <= bytes.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + name.length), name)) {
        bytes[i + 7] = 'e';
      }
    }
    isRefused(Files.write(directory.resolve("twice.tape.zip"), bytes), "two entries of one name");
  }

  @Test
  void entriesThatShareTheirBytes() throws IOException {
    String first = "run.tape.cas/" + "a".repeat(64);
    String second = "run.tape.cas/" + "b".repeat(64);
    byte[] bytes = new byte[1 << 16];
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(made)) {
      zip.putNextEntry(new ZipEntry("run.tape"));
      zip.write(HEADER.getBytes(UTF_8));
      for (String name : new String[] {first, second}) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(name.equals(first) ? bytes.length : 0);
        entry.setCrc(name.equals(first) ? crc.getValue() : 0);
        zip.putNextEntry(entry);
        zip.write(bytes, 0, name.equals(first) ? bytes.length : 0);
      }
    }
    byte[] file = made.toByteArray();
    // The directory is made to say that the second entry has the bytes of the first.
    int one = central(file, first);
    int other = central(file, second);
    System.arraycopy(file, one + 16, file, other + 16, 12);
    System.arraycopy(file, one + 42, file, other + 42, 4);
    isRefused(Files.write(directory.resolve("overlap.tape.zip"), file), "overlap");
  }

  @Test
  void anEntryThatIsLongerThanItSays() throws IOException {
    byte[] file = Files.readAllBytes(zip("classpath/a", new byte[1 << 20]));
    int at = central(file, "classpath/a");
    file[at + 24] = 10;
    file[at + 25] = 0;
    file[at + 26] = 0;
    isRefused(Files.write(directory.resolve("long.tape.zip"), file), "");
  }

  @Test
  void anEntryThatIsShorterThanItSays() throws IOException {
    byte[] file = Files.readAllBytes(zip("classpath/a", new byte[16]));
    int at = central(file, "classpath/a");
    file[at + 26] = 10;
    isRefused(Files.write(directory.resolve("short.tape.zip"), file), "");
  }

  @Test
  void aTapeThatIsNone() throws IOException {
    isRefused(Files.writeString(directory.resolve("x.tape.zip"), "PK but no more"), "");
    isRefused(Files.write(directory.resolve("y.tape.zip"), zipOf("classpath/a")), "no run.tape");
  }

  @Test
  void aHeaderThatIsTooDeep() throws IOException {
    Path deep = Files.writeString(directory.resolve("deep.tape"), "[".repeat(100_000));
    isRefused(deep, "deep.tape:1: ");
    Path nested = Files.writeString(
        directory.resolve("nested.tape"), HEADER + "{\"type\":" + "[".repeat(100_000));
    isRefused(nested, "nested.tape:2: the line does not parse");
  }

  @Test
  void annotationsThatFillTheMemory() throws IOException {
    isRefused(
        zip("run.tape.annotations.jsonl", new byte[(16 << 20) + 1]),
        "its annotations take 16777217");
  }

  @Test
  void bytesThatAreNotThoseOfTheirName() throws IOException {
    Path run = RandomTape.write(directory.resolve("recorded"), 5);
    Path file = directory.resolve("run.tape");
    try (TapeReader tape = TapeReader.open(run)) {
      PortableTape.writeLines(tape, file);
    }
    try (var all = Files.list(directory.resolve("run.tape.cas"))) {
      Path victim = all.sorted().findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(victim);
      bytes[0] ^= 1;
      Files.write(victim, bytes);
    }
    try (OpenedTape opened = OpenedTape.open(file)) {
      assertThat(opened.reader().complete()).isFalse();
      assertThat(opened.strayBytes()).hasSize(1);
    }
  }

  private void isRefused(Path file, String why) {
    assertThatThrownBy(() -> PortableTape.unpack(file, directory.resolve("out")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining(why);
    assertThat(directory.resolve("out"))
        .satisfiesAnyOf(
            out -> assertThat(out).doesNotExist(), out -> assertThat(out).isEmptyDirectory());
  }

  private Path zip(String name, byte[] content) throws IOException {
    Path file = Files.createTempFile(directory, "hostile", ".tape.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("run.tape"));
      zip.write(HEADER.getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return file;
  }

  private static byte[] zipOf(String name) throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(made)) {
      zip.putNextEntry(new ZipEntry(name));
    }
    return made.toByteArray();
  }

  /** Where the directory of the zip tells of the entry. */
  private static int central(byte[] file, String name) {
    byte[] wanted = name.getBytes(UTF_8);
    for (int at = file.length - wanted.length; at >= 46; at--) {
      boolean here = file[at - 46] == 'P' && file[at - 45] == 'K' && file[at - 44] == 1;
      if (here && Arrays.equals(Arrays.copyOfRange(file, at, at + wanted.length), wanted)) {
        return at - 46;
      }
    }
    throw new AssertionError("no entry " + name);
  }
}
