package dev.tapedeck.tape;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that writes a tape and says of each event that it is written, until it is killed. */
final class TalkingWriter {

  static final int LANES = 3;

  public static void main(String[] args) throws Exception {
    Path base = Path.of(args[0]);
    TapeWriter tape = args.length == 1
        ? TapeWriter.create(base, new Fields())
        : TapeWriter.createSealed(base, new Fields(), KeyFile.readPublic(Path.of(args[1])));
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    say(out, tape.directory().toString());
    for (int lane = 0; lane < LANES; lane++) {
      int id = lane;
      tape.defineLane(lane, -1, lane, null);
      new Thread(() -> write(tape, id, out)).start();
    }
  }

  private static void write(TapeWriter tape, int lane, FileOutputStream out) {
    ChunkWriter writer = tape.newChunkWriter();
    writer.lane(lane, 0);
    try {
      for (long ordinal = 0; ; ordinal++) {
        append(writer, lane, ordinal);
        say(out, lane + " " + ordinal);
      }
    } catch (IOException nobodyListens) {
      return;
    }
  }

  /** The same lane and ordinal give the same event. */
  private static void append(ChunkWriter writer, int lane, long ordinal) {
    if (ordinal % 3 == 0) {
      writer.clock(2, lane, value(lane, ordinal));
    } else if (ordinal % 1000 == 1) {
      byte[] bytes = new byte[5000];
      bytes[(int) (ordinal % 4999)] = (byte) lane;
      writer
          .begin(Kinds.RANDOM_BYTES, lane, ordinal)
          .putString("x")
          .putLong(1)
          .putBytes(bytes)
          .commit();
    } else {
      writer
          .begin(Kinds.RANDOM_LONG, lane, ordinal)
          .putString("y".repeat((int) (ordinal % 200)))
          .putLong(value(lane, ordinal))
          .commit();
    }
  }

  static boolean isRight(Event event) {
    long ordinal = event.ordinal();
    int lane = event.lane();
    Object answer = event.answer()[0];
    if (answer instanceof Payload payload) {
      return payload.bytes()[(int) (ordinal % 4999)] == lane;
    }
    return answer.equals(value(lane, ordinal)) && event.site() == lane;
  }

  private static long value(int lane, long ordinal) {
    return ordinal * 31 + lane * 1_000_000_007L;
  }

  private static void say(FileOutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
