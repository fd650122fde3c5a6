package dev.tapedeck.runner.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.nio.file.Path;

/** A tape of what two lanes and a child printed, in turn: {@code 0:stdout:text}, {@code child:stderr:text}. */
final class OutputTape {
  private OutputTape() {}

  static TapeReader of(Path base, String... outputs) {
    TapeWriter tape = TapeWriter.create(base, new Fields());
    tape.defineLane(0, -1, 0, "main");
    tape.defineLane(1, 0, 0, "0.1");
    tape.defineLane(2, 0, 1, "0.2");
    ChunkWriter[] lanes = new ChunkWriter[3];
    long stamp = System.nanoTime();
    long place = 0;
    for (String output : outputs) {
      String[] parts = output.split(":", 3);
      int lane = parts[0].equals("child") ? 2 : Integer.parseInt(parts[0]);
      if (lanes[lane] == null) {
        lanes[lane] = tape.newChunkWriter();
        lanes[lane].lane(lane, 0);
      }
      stamp += 1000;
      byte[] bytes = parts[2].getBytes(UTF_8);
      if (lane == 2) {
        lanes[lane]
            .begin(Kinds.PROCESS_OUTPUT, 0, stamp)
            .putLong(4711)
            .putString(parts[1])
            .putLong(0)
            .putBytes(bytes)
            .putLong(++place)
            .commit();
      } else {
        lanes[lane]
            .begin(Kinds.OUTPUT_WRITE, 0, stamp)
            .putString(parts[1])
            .putBytes(bytes)
            .putLong(bytes.length)
            .putLong(++place)
            .commit();
      }
    }
    for (ChunkWriter lane : lanes) {
      if (lane != null) {
        lane.release();
      }
    }
    tape.close();
    return TapeReader.open(tape.directory());
  }
}
