package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the disk has no more to give, the writer goes quiet and says why. */
final class ClosedTapeTest {

  private static final int EVENTS = 6000;

  @TempDir
  Path base;

  @Test
  @DisplayName(
      "No room for the next segment: the lanes end where they were, and the end is on the tape")
  void noRoomForSegment() {
    TapeWriter tape = TapeWriter.create(base, new Fields(), 1_200_000);
    fill(tape, 400);

    assertThat(tape.failure())
        .startsWith("Cannot make lanes-0001.seg in ")
        .endsWith("the tape would be longer than its limit, 1200000 bytes.");
    checkPrefix(tape);
  }

  @Test
  @DisplayName("No room for a payload")
  void noRoomForPayload() {
    TapeWriter tape = TapeWriter.create(base, new Fields(), 700_000);
    fill(tape, 3000);

    assertThat(tape.failure()).startsWith("Cannot write payload.bin in ");
    checkPrefix(tape);
  }

  @Test
  @DisplayName("A disk that is full")
  void fullDisk() throws Exception {
    Path disk = Files.createDirectory(base.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1200k", "none", disk.toString()))
        .isZero();
    try {
      TapeWriter tape = TapeWriter.create(disk, new Fields());
      fill(tape, 400);
      assertThat(tape.failure())
          .startsWith("Cannot make lanes-0001.seg in ")
          .endsWith("No space left on device.");
      assertThat(names(tape.directory())).containsExactly("header", "lanes-0000.seg");
      checkPrefix(tape);
    } finally {
      run("umount", "--lazy", disk.toString());
    }
  }

  @Test
  @DisplayName("The run directory is removed while the program runs")
  void directoryRemoved() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    writer.clock(1, 1, 1);
    for (String name : names(tape.directory())) {
      Files.delete(tape.directory().resolve(name));
    }
    Files.delete(tape.directory());
    writer.clock(1, 1, 2);
    assertThat(tape.failure()).isNull();

    writer
        .begin(Kinds.HOST_BYTES, 1, 1)
        .putString("")
        .putString("")
        .putBytes(new byte[5000])
        .commit();
    assertThat(tape.failure()).startsWith("Cannot write payload.bin");
    fill(tape, 400);
    tape.end(new RunEnd(0, true, "return", null, 0, 0));
    assertThat(tape.directory()).doesNotExist();
  }

  @Test
  @DisplayName("A directory that cannot be written to")
  void unwritable() throws Exception {
    Path file = Files.createFile(base.resolve("file"));
    assertThatThrownBy(() -> TapeWriter.create(file, new Fields()))
        .isInstanceOf(TapeException.class)
        .hasMessageStartingWith("Cannot make a run directory under " + file)
        .hasMessageEndingWith("Give a directory that can be written to with dir=DIR.");
  }

  @Test
  @DisplayName("Files are for their owner alone")
  void modes() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    fill(tape, 3000);
    assertThat(mode(tape.directory())).isEqualTo("rwx------");
    for (String name : names(tape.directory())) {
      assertThat(mode(tape.directory().resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  private static void fill(TapeWriter tape, int bytes) {
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(1, 0);
    for (int i = 0; i < EVENTS / 2; i++) {
      tape.defineSite(new Site(i, "a.B", "method", "()V", i, 0));
      writer.clock(2, i, i);
      writer
          .begin(Kinds.HOST_BYTES, i, i)
          .putString("what")
          .putString(null)
          .putBytes(new byte[bytes])
          .commit();
    }
    writer.release();
    tape.end(new RunEnd(7, true, "exit", null, 0, 0));
  }

  private static void checkPrefix(TapeWriter tape) {
    try (TapeReader reader = TapeReader.open(tape.directory())) {
      assertThat(reader.complete()).isFalse();
      long written = reader.events(1);
      assertThat(reader.problems())
          .startsWith("Recording stopped before the end: " + tape.failure())
          .last()
          .isEqualTo(written + " of " + EVENTS + " events can be read.");
      assertThat(reader.end().exitCode()).isEqualTo(7);
      assertThat(reader.end().clean()).isFalse();
      assertThat(written).isBetween(50L, 5000L);
      LaneEvents lane = reader.lane(1);
      for (long ordinal = 0; lane.advance(); ordinal++) {
        assertThat(lane.site()).isEqualTo((int) ordinal / 2);
        assertThat(lane.event().ordinal()).isEqualTo(ordinal);
      }
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
