package dev.tapedeck.tape;

import static dev.tapedeck.tape.Raw.U;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A mapped file of chunks, which threads take one by one. */
final class Segment {

  private final int index;
  private final int available;
  private final long runIdLow;
  private final long address;
  private final AtomicInteger next = new AtomicInteger();

  private Segment(int index, long runIdLow, long address) {
    int chunks = Format.segmentChunks(index);
    // The last chunk of the first segment is kept for the end of the run, which must find room on a
    // full disk.
    this.available = index == 0 ? chunks - 1 : chunks;
    this.index = index;
    this.runIdLow = runIdLow;
    this.address = address;
  }

  /**
   * Makes the file. It is written before it is mapped: a full disk shows here, and never as a signal when the
   * memory is touched.
   *
   * <p>Through a {@link RandomAccessFile}, because an interrupt of the program's thread does not close it.
   *
   * @param zeros to write
   */
  static Segment create(Path directory, int index, byte[] runId, byte[] zeros) throws IOException {
    File path = directory.resolve(Format.segmentFile(index)).toFile();
    long size = Format.segmentSize(index);
    try (RandomAccessFile file = new RandomAccessFile(path, "rw")) {
      RunDirectory.forOwnerAlone(path);
      for (long left = size; left > 0; left -= zeros.length) {
        file.write(zeros, 0, (int) Math.min(zeros.length, left));
      }
      long runIdLow = new Decoder(runId, 8, 8).int64();
      Segment segment = new Segment(index, runIdLow, Mapping.map(file, size));
      segment.writeHeader(runId);
      return segment;
    } catch (IOException noSpace) {
      path.delete();
      throw noSpace;
    }
  }

  private void writeHeader(byte[] runId) {
    Encoder header = new Encoder()
        .int64(Format.SEGMENT_MAGIC)
        .int32(Format.VERSION)
        .int32(index)
        .int32(Format.CHUNK)
        .int32(Format.segmentChunks(index))
        .raw(runId, 0, runId.length);
    header.int32(Format.checksum(header.buffer(), 0, Format.SEGMENT_CHECKED));
    Raw.bytes(address, header.buffer(), 0, header.length());
  }

  int index() {
    return index;
  }

  /** The address of a chunk nobody else has, or 0 when all are taken. */
  long takeChunk(int owner) {
    if (next.get() >= available) {
      return 0;
    }
    int chunk = next.getAndIncrement();
    return chunk < available ? prepare(chunk, owner) : 0;
  }

  /** The chunk that {@link #takeChunk} never gives; of the first segment only. */
  long lastChunk(int owner) {
    return prepare(available, owner);
  }

  private long prepare(int chunk, int owner) {
    long at = address + Format.SEGMENT_HEADER + (long) chunk * Format.CHUNK;
    long sequence = Format.sequence(index, chunk, runIdLow);
    U.putLong(at + Format.CHUNK_SEQUENCE, sequence);
    U.putInt(at + Format.CHUNK_OWNER, owner);
    U.putLongRelease(null, at, Format.start(sequence) << 32);
    return at;
  }

  /** In the first segment: that this many segments are there. */
  void putSegmentCount(int count) {
    U.putIntRelease(null, address + Format.SEGMENT_COUNT, count);
  }

  /** In the first segment: why there are no more events. */
  void putStopReason(String reason) {
    byte[] text = new Encoder().string(reason).toBytes();
    if (text.length > Format.STOP_REASON_MAX) {
      text = new Encoder()
          .string(reason.substring(0, Format.STOP_REASON_MAX / 2 - 8))
          .toBytes();
    }
    long at = address + Format.STOP_REASON;
    U.putInt(at + 4, Format.checksum(text, 0, text.length));
    Raw.bytes(at + 8, text, 0, text.length);
    U.putIntRelease(null, at, text.length);
  }
}
