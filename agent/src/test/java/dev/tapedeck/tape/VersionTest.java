package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tapes of other versions, and what is no tape at all. */
final class VersionTest {

  private static final Kind TELEPORT = new Kind(
      90,
      "teleport",
      List.of(new Field("to", FieldType.STRING)),
      List.of(new Field("mass", FieldType.LONG)));

  @TempDir
  Path base;

  private TapeWriter tape;
  private ChunkWriter writer;

  @BeforeEach
  void create() {
    tape = TapeWriter.create(base, new Fields());
    writer = tape.newChunkWriter();
    writer.lane(0, 0);
  }

  @Test
  @DisplayName("A kind that this version does not know is read as the tape describes it")
  void describedKind() {
    tape.defineKinds(List.of(TELEPORT));
    writer.clock(1, 1, 10);
    writer.begin(TELEPORT, 2, 5).putString("Mars").putLong(80).commit();
    writer.clock(1, 1, 11);
    tape.end(new RunEnd(0, true, "return", null, 0, 0));

    TapeReader reader = TapeReader.open(tape.directory());
    assertThat(reader.complete()).isTrue();
    assertThat(reader.kinds()).hasSize(Kinds.all().size() + 1).contains(TELEPORT);
    LaneEvents lane = reader.lane(0);
    lane.next();
    Event event = lane.next();
    assertThat(event.kind()).isEqualTo(TELEPORT);
    assertThat(event.question()).containsExactly("Mars");
    assertThat(event.answer()).containsExactly(80L);
    assertThat(lane.next().answer()).containsExactly(11L);
  }

  @Test
  @DisplayName("A kind that nothing describes is skipped over")
  void unknownKind() {
    writer.begin(TELEPORT, 2, 5).putString("Mars").putLong(80).commit();
    writer.clock(1, 1, 11);

    LaneEvents lane = TapeReader.open(tape.directory()).lane(0);
    Event event = lane.next();
    assertThat(event.kind().name()).isEqualTo("unknown");
    assertThat(event.site()).isEqualTo(2);
    assertThat(event.stampNs()).isEqualTo(5);
    assertThat(lane.next().answer()).containsExactly(11L);
  }

  @Test
  @DisplayName("A record that this version does not know is skipped over")
  void unknownRecord() {
    writer.clock(1, 1, 10);
    writer.record(119, new byte[300], 300);
    writer.clock(1, 1, 11);

    assertThat(TapeReader.open(tape.directory()).lane(0))
        .toIterable()
        .extracting(event -> event.answer()[0])
        .containsExactly(10L, 11L);
  }

  @Test
  @DisplayName("A newer version says so")
  void newer() throws Exception {
    patch(Format.HEADER_FILE, 8, 2);
    assertThatThrownBy(() -> TapeReader.open(tape.directory()))
        .isInstanceOf(TapeException.class)
        .hasMessage(tape.directory().resolve("header")
            + " was written by a newer Tapedeck, in version 2 of the format; this one reads up to 1. "
            + "Use a newer tapedeck command.");
  }

  @Test
  @DisplayName("A header that is cut, changed, or another file's")
  void damagedHeader() throws Exception {
    Path header = tape.directory().resolve(Format.HEADER_FILE);
    patch(Format.HEADER_FILE, 25, 'x');
    assertThatThrownBy(() -> TapeReader.open(tape.directory()))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("is damaged or cut short");
    Files.write(header, new byte[5]);
    assertThatThrownBy(() -> TapeReader.open(tape.directory()))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("is damaged or cut short");
    Files.writeString(header, "These are not the bytes you are looking for.");
    assertThatThrownBy(() -> TapeReader.open(tape.directory()))
        .isInstanceOf(TapeException.class)
        .hasMessageEndingWith("is not the header of a tape: give a run directory.");
  }

  @Test
  @DisplayName("No run directory")
  void noRun() {
    assertThatThrownBy(() -> TapeReader.open(base))
        .isInstanceOf(TapeException.class)
        .hasMessage(base + " is not a run directory: it has no file named header.");
  }

  private void patch(String file, int at, int value) throws Exception {
    Path path = tape.directory().resolve(file);
    try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
      out.seek(at);
      out.write(value);
    }
  }
}
