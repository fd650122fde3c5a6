package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that come from somewhere else than an array, and go back there, in pieces. */
final class LongPayloadTest {

  private static final int[] LENGTHS = {
    0, 1, 2048, 2049, PayloadFile.PIECE - 1, PayloadFile.PIECE, PayloadFile.PIECE + 1, 1_000_003
  };

  @TempDir
  Path base;

  @Test
  @DisplayName("What a source gives, a target gets, and so does an array")
  void roundTrip() throws IOException {
    Path run = write();
    try (TapeReader tape = TapeReader.open(run)) {
      LaneEvents events = tape.lane(0);
      for (int length : LENGTHS) {
        Payload payload = payload(events);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        payload.copyTo((bytes, count) -> target.write(bytes, 0, count));
        byte[] array = new byte[length + 2];
        payload.copyTo(array, 1);
        assertThat(payload.length()).isEqualTo(length);
        assertThat(payload.bytes()).isEqualTo(bytes(length));
        assertThat(target.toByteArray()).isEqualTo(bytes(length));
        assertThat(Arrays.copyOfRange(array, 1, length + 1)).isEqualTo(bytes(length));
        assertThat(array[0] | array[length + 1]).isZero();
      }
      assertThat(events.hasNext()).isFalse();
    }
  }

  @Test
  @DisplayName("Damage in any piece is found")
  void damage() throws IOException {
    Path run = write();
    try (RandomAccessFile file =
        new RandomAccessFile(run.resolve(Format.PAYLOAD_FILE).toFile(), "rw")) {
      file.seek(file.length() - 500_000);
      int old = file.read();
      file.seek(file.length() - 500_000);
      file.write(old ^ 1);
    }
    try (TapeReader tape = TapeReader.open(run)) {
      LaneEvents events = tape.lane(0);
      for (int i = 1; i < LENGTHS.length; i++) {
        payload(events).bytes();
      }
      Payload last = payload(events);
      assertThatThrownBy(last::bytes).isInstanceOf(TapeException.class);
      assertThatThrownBy(() -> last.copyTo((bytes, count) -> {}))
          .isInstanceOf(TapeException.class)
          .hasMessageContaining("damaged");
    }
  }

  private Path write() throws IOException {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    tape.defineLane(0, -1, 0, "main");
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    for (int length : LENGTHS) {
      byte[] all = bytes(length);
      ByteSource source = (from, into, count) -> System.arraycopy(all, (int) from, into, 0, count);
      writer
          .begin(Kinds.RANDOM_BYTES, 0, 1)
          .putString("bytes")
          .putLong(length)
          .putBytes(source, length)
          .commit();
    }
    assertThat(tape.failure()).isNull();
    return tape.directory();
  }

  private static Payload payload(LaneEvents events) {
    Object payload = events.next().answer()[0];
    assertThat(payload).isInstanceOf(Payload.class);
    return (Payload) payload;
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
