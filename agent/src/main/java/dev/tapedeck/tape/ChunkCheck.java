package dev.tapedeck.tape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds out how much of a chunk is what was committed. */
final class ChunkCheck {

  private ChunkCheck() {}

  /**
   * The length of the events up to the last checksum that holds: {@code committed} when all is well.
   *
   * @param bytes the chunk's events, and at least eight bytes more
   * @param committed as the chunk's header has it, perhaps wrong
   */
  static int intactLength(byte[] bytes, long start, int committed, int checksum) {
    int length = Math.max(0, Math.min(committed, Format.CHUNK_EVENTS));
    int intact = walk(bytes, start, length, checksum);
    // The header itself may be what is damaged, so look beyond the length it gives.
    return intact == committed ? intact : walk(bytes, start, Format.CHUNK_EVENTS, checksum);
  }

  private static int walk(byte[] bytes, long start, int length, int checksum) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Records records = new Records(bytes, 0, length);
    long state = start;
    int intact = 0;
    int end = 0;
    while (records.advance()) {
      end = records.next();
      if (records.head() == Format.CHECK) {
        if (end - records.start() != 6 || words.getInt(records.start() + 2) != (int) state) {
          return intact;
        }
        intact = end;
      }
      state = fold(state, words, records.start(), end);
    }
    return end == length && (int) state == checksum ? length : intact;
  }

  private static long fold(long state, ByteBuffer words, int from, int to) {
    long result = state;
    int at = from;
    for (; to - at >= 8; at += 8) {
      result = Format.fold(result, words.getLong(at));
    }
    if (at < to) {
      result = Format.fold(result, words.getLong(at) & (-1L >>> (64 - 8 * (to - at))));
    }
    return result;
  }
}
