package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteSource;
import dev.tapedeck.tape.ByteTarget;
import java.util.zip.CRC32C;

/** Memory outside the heap that a channel reads into or writes from, in one stretch or several. */
final class Memory implements ByteSource, ByteTarget {

  private static final int PIECE = 64 * 1024;

  private final long[] starts;
  private final long[] lengths;
  private long taken;

  private Memory(long[] starts, long[] lengths) {
    this.starts = starts;
    this.lengths = lengths;
  }

  static Memory at(long address, long length) {
    return new Memory(new long[] {address}, new long[] {length});
  }

  /** The stretches that vectors of the system tell of. */
  static Memory of(long vectors, int count) {
    Memory memory = new Memory(new long[count], new long[count]);
    for (int i = 0; i < count; i++) {
      memory.starts[i] = NativeMemory.start(vectors, i);
      memory.lengths[i] = NativeMemory.length(vectors, i);
    }
    return memory;
  }

  long length() {
    long sum = 0;
    for (long length : lengths) {
      sum += length;
    }
    return sum;
  }

  /** CRC32C of all. */
  long crc32c() {
    long length = length();
    byte[] piece = new byte[(int) Math.min(PIECE, length)];
    CRC32C crc = new CRC32C();
    for (long done = 0; done < length; done += piece.length) {
      int count = (int) Math.min(piece.length, length - done);
      copy(done, piece, count);
      crc.update(piece, 0, count);
    }
    return crc.getValue();
  }

  @Override
  public void copy(long from, byte[] into, int length) {
    move(from, into, length, true);
  }

  @Override
  public void take(byte[] bytes, int length) {
    move(taken, bytes, length, false);
    taken += length;
  }

  private void move(long from, byte[] bytes, int length, boolean toHeap) {
    long skip = from;
    int done = 0;
    for (int i = 0; i < starts.length && done < length; i++) {
      int count = (int) Math.min(Math.max(0, lengths[i] - skip), length - done);
      if (count > 0 && toHeap) {
        NativeMemory.take(starts[i] + skip, bytes, done, count);
      } else if (count > 0) {
        NativeMemory.put(bytes, done, starts[i] + skip, count);
      }
      skip = Math.max(0, skip - lengths[i]);
      done += count;
    }
  }
}
