package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given somebody who changes a sealed tape and all its checksums, then the seal of each changed event is broken. */
final class ForgedTapeTest {

  @TempDir
  Path base;

  private KeyPair keys;
  private Path run;

  @BeforeEach
  void write() throws Exception {
    keys = KeyPair.in(base, "tapes.key");
    TapeWriter tape = TapeWriter.createSealed(base, new Fields(), keys.recipient());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    for (int i = 0; i < 40; i++) {
      String value = i % 2 == 0 ? "yes" : "not";
      writer
          .begin(Kinds.ENV, 1, 100 + i)
          .putString("ok")
          .putString(value)
          .putBool(false)
          .commit();
    }
    tape.end(new RunEnd(0, true, "return", null, 0, 0));
    run = tape.directory();
  }

  @Test
  @DisplayName("Mending alone changes nothing")
  void mended() throws Exception {
    new MendedTape(run).save();
    try (TapeReader tape = TapeReader.open(run, keys.key())) {
      assertThat(tape.complete()).isTrue();
      tape.lane(0).forEachRemaining(event -> assertThat(event.question()).containsExactly("ok"));
    }
  }

  @Test
  @DisplayName("Any byte of an event")
  void anyByte() throws Exception {
    MendedTape whole = new MendedTape(run);
    int[] event = whole.events().get(7);
    for (int at = event[0] + 2; at < event[1]; at++) {
      whole.bytes()[at] ^= 1;
      whole.save();
      try (TapeReader tape = TapeReader.open(run, keys.key())) {
        isBroken(tape, 7);
      }
      whole.bytes()[at] ^= 1;
    }
  }

  @Test
  @DisplayName("An event in another's place")
  void swapped() throws Exception {
    MendedTape whole = new MendedTape(run);
    List<int[]> events = whole.events();
    int[] one = events.get(3);
    int[] other = events.get(8);
    int length = one[1] - one[0];
    assertThat(other[1] - other[0]).isEqualTo(length);
    System.arraycopy(whole.bytes(), other[0], whole.bytes(), one[0], length);
    whole.save();
    try (TapeReader tape = TapeReader.open(run, keys.key())) {
      assertThat(tape.complete()).isTrue();
      isBroken(tape, 3);
    }
  }

  private static void isBroken(TapeReader tape, long ordinal) {
    LaneEvents events = tape.lane(0);
    while (events.advance() && events.ordinal() < ordinal) {
      assertThat(events.event().question()).containsExactly("ok");
    }
    if (events.ordinal() == ordinal) {
      assertThatThrownBy(events::event).isInstanceOf(TapeException.class);
    } else {
      assertThat(tape.complete()).isFalse();
    }
  }
}
