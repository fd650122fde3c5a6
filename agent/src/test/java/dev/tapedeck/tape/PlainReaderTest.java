package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reads tapes on a JVM that opens nothing to it. */
final class PlainReaderTest {

  @TempDir
  Path base;

  @Test
  @DisplayName("A reader needs no access to the JDK's internals")
  void plainJvm() throws Exception {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(0, 0);
    writer.clock(1, 1, 10);
    writer
        .begin(Kinds.HOST_STRING, 1, 10)
        .putString("x".repeat(3000))
        .putString(null)
        .failed(new RandomEvents(3).failure(0))
        .commit();
    tape.end(new RunEnd(0, true, "return", null, 0, 0));

    Process reader =
        Forked.startPlain(List.of(), Reading.class, tape.directory().toString());
    String out = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out.trim()).isEqualTo("2 events, complete: true");
    assertThat(reader.waitFor()).isZero();
  }

  /** What the forked JVM runs. */
  static final class Reading {

    public static void main(String[] args) {
      TapeReader tape = TapeReader.open(Path.of(args[0]));
      int[] events = new int[1];
      tape.merged().forEachRemaining(event -> events[0]++);
      new Fields().put("a", "b").encode();
      System.out.println(events[0] + " events, complete: " + tape.complete());
    }
  }
}
