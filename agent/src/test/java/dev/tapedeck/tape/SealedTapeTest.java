package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed is read with the key, as it was, and without it not at all. */
final class SealedTapeTest {

  private static final String SECRET = "correct-horse-battery-staple";
  private static final String WIDE = "κωδικός-correct";

  @TempDir
  Path base;

  private KeyPair keys;

  @BeforeEach
  void keys() throws Exception {
    keys = KeyPair.in(base, "tapes.key");
  }

  @Test
  @DisplayName("Events of every kind come back with the key")
  void roundTrip() {
    for (int round = 0; round < 5; round++) {
      long seed = new Random().nextLong();
      TapeWriter tape = create(new Fields());
      ChunkWriter writer = tape.newChunkWriter();
      RandomEvents events = new RandomEvents(seed);
      List<String> written = new ArrayList<>();
      writer.lane(3, 0);
      for (int i = 0; i < 2000; i++) {
        Event event = events.next(3, i, 0);
        RandomEvents.append(writer, event);
        written.add(RandomEvents.describe(event));
      }
      tape.end(new RunEnd(0, true, "return", null, 0, 0));
      try (TapeReader reader = TapeReader.open(tape.directory(), keys.key())) {
        assertThat(reader.problems()).as("seed %d", seed).isEmpty();
        List<String> read = new ArrayList<>();
        reader.lane(3).forEachRemaining(event -> read.add(RandomEvents.describe(event)));
        assertThat(read).as("seed %d", seed).isEqualTo(written);
      }
    }
  }

  @Test
  @DisplayName("Nothing that the program was given or gave is on the disk")
  void nothingInClear() throws IOException {
    Path run = writeSecrets();
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (String secret : List.of(SECRET, WIDE)) {
          for (Charset charset : List.of(
              StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(indexOf(bytes, secret.substring(0, 8).getBytes(charset)))
                .as("%s in %s", secret, file)
                .isNegative();
          }
        }
      }
    }
    try (TapeReader tape = TapeReader.open(run, keys.key())) {
      assertThat(tape.header().list(Header.ARGV)).containsExactly(SECRET);
      assertThat(tape.header().text("more")).isEqualTo(SECRET);
      assertThat(tape.header().keys()).noneMatch(key -> key.startsWith("sealed"));
      assertThat(tape.lanes().get(0).threadName()).isEqualTo(SECRET);
      assertThat(tape.notes()).containsExactly(new Note("warning", SECRET));
      assertThat(tape.end().crash().failure().message()).isEqualTo(SECRET);
      assertThat(tape.lane(0).next().question()).containsExactly(SECRET);
      assertThat(tape.complete()).isTrue();
    }
  }

  @Test
  @DisplayName("Without the key there are kinds, lines, counts, times and the exit status")
  void closed() throws IOException {
    Path run = writeSecrets();
    assertThatThrownBy(() -> TapeReader.open(run))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("is sealed")
        .hasMessageContaining("--key");
    try (TapeReader tape = TapeReader.look(run, null)) {
      assertThat(tape.isClosed()).isTrue();
      assertThat(tape.complete()).isTrue();
      assertThat(tape.events()).isEqualTo(6);
      assertThat(tape.end()).isEqualTo(new RunEnd(1, true, "uncaught", null, 0, 6));
      assertThat(tape.header().text(Header.MAIN)).isEqualTo("a.Main");
      LaneEvents events = tape.lane(0);
      assertThat(events.advance()).isTrue();
      assertThat(events.kind()).isEqualTo(Kinds.ENV);
      assertThat(tape.site(events.site()).line()).isEqualTo(17);
      assertThatThrownBy(events::event).hasMessageContaining("--key");
    }
  }

  @Test
  @DisplayName("Another key does not open it, and is named")
  void wrongKey() throws Exception {
    Path run = writeSecrets();
    KeyPair other = KeyPair.in(base, "other.key");
    assertThatThrownBy(() -> TapeReader.open(run, other.key()))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining(Seal.fingerprint(keys.recipient()))
        .hasMessageContaining(Seal.fingerprint(other.recipient()));
  }

  @Test
  @DisplayName("Payloads longer than a piece, from arrays and from elsewhere")
  void longPayloads() throws IOException {
    TapeWriter tape = create(new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    int[] lengths = {2049, Seal.PIECE - 1, Seal.PIECE, Seal.PIECE + 1, 3 * Seal.PIECE, 300_001};
    for (int length : lengths) {
      byte[] all = bytes(length);
      ByteSource source = (from, into, count) -> System.arraycopy(all, (int) from, into, 0, count);
      begin(writer, length).putBytes(source, length).commit();
      begin(writer, length).putBytes(all).commit();
    }
    try (TapeReader reader = TapeReader.open(tape.directory(), keys.key())) {
      LaneEvents events = reader.lane(0);
      for (int length : lengths) {
        for (int twice = 0; twice < 2; twice++) {
          Payload payload = (Payload) events.next().answer()[0];
          ByteArrayOutputStream target = new ByteArrayOutputStream();
          payload.copyTo((bytes, count) -> target.write(bytes, 0, count));
          assertThat(payload.bytes()).isEqualTo(bytes(length)).isEqualTo(target.toByteArray());
        }
      }
    }
  }

  @Test
  @DisplayName(
      "A bit that is flipped in a long payload is found before anything of its piece is told")
  void payloadDamage() throws IOException {
    TapeWriter tape = create(new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    byte[] all = bytes(200_000);
    begin(writer, all.length).putBytes(all).commit();
    Path file = tape.directory().resolve(Format.PAYLOAD_FILE);
    byte[] whole = Files.readAllBytes(file);
    assertThat(whole).hasSize((int) Seal.sealedLength(all.length));
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      try (TapeReader reader = TapeReader.open(tape.directory(), keys.key())) {
        Payload payload = (Payload) reader.lane(0).next().answer()[0];
        assertThatThrownBy(payload::bytes).hasMessageContaining("damaged");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        assertThatThrownBy(() -> payload.copyTo((bytes, count) -> told.write(bytes, 0, count)))
            .hasMessageContaining("damaged");
        assertThat(told.toByteArray()).isEqualTo(Arrays.copyOf(all, told.size()));
      }
    }
  }

  @Test
  @DisplayName("The same plain bytes never look the same")
  void noTwoAlike() throws IOException {
    TapeWriter tape = create(new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    byte[] all = new byte[4 * Seal.PIECE];
    begin(writer, all.length).putBytes(all).commit();
    begin(writer, all.length).putBytes(all).commit();
    byte[] sealed = Files.readAllBytes(tape.directory().resolve(Format.PAYLOAD_FILE));
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < sealed.length; at += Seal.PIECE + Seal.TAG) {
      pieces.add(KeyFile.hex(Arrays.copyOfRange(sealed, at, at + 64)));
    }
    assertThat(pieces).hasSize(8).doesNotHaveDuplicates();
  }

  private Path writeSecrets() throws IOException {
    Fields header = new Fields()
        .put(Header.MAIN, "a.Main")
        .put(Header.ARGV, List.of(SECRET))
        .put(Header.ENVIRONMENT, Map.of("NAME", SECRET));
    TapeWriter tape = create(header);
    tape.defineLane(0, -1, 0, SECRET);
    tape.defineSite(new Site(1, "a.Main", "main", "()V", 17, 0));
    tape.note(new Note("warning", SECRET));
    tape.addToHeader(new Fields().put("more", SECRET));
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    writer
        .begin(Kinds.ENV, 1, 5)
        .putString(SECRET)
        .putString(WIDE)
        .putBool(false)
        .commit();
    writer
        .begin(Kinds.HOST_STRINGS, 1, 6)
        .putString("x")
        .putString(null)
        .putStrings(List.of(SECRET, WIDE.repeat(300)))
        .commit();
    byte[] text = SECRET.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    begin(writer, text.length).putBytes(text).commit();
    begin(writer, 10).putBytes(text, 0, 50).commit();
    Failure failure =
        new Failure("a.Failure", SECRET, Map.of("file", SECRET), null, List.of(), List.of());
    writer.begin(Kinds.ENV, 1, 8).putString(SECRET).failed(failure).commit();
    // One that is begun and never ends leaves nothing behind.
    writer.begin(Kinds.ENV, 1, 9).putString(SECRET);
    writer.begin(Kinds.ENV, 1, 9).putString("x").putString(null).putBool(true).commit();
    tape.end(new RunEnd(1, true, "uncaught", new Crash(SECRET, failure), 0, 0));
    return tape.directory();
  }

  private TapeWriter create(Fields header) {
    return TapeWriter.createSealed(base, header, keys.recipient());
  }

  private static EventWriter begin(ChunkWriter writer, long length) {
    return writer.begin(Kinds.RANDOM_BYTES, 1, 7).putString(SECRET).putLong(length);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int at = 0; at <= all.length - part.length; at++) {
      if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }
}
