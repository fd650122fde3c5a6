package dev.tapedeck.tape;

import static dev.tapedeck.tape.Raw.U;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import sun.nio.ch.DirectBuffer;
import sun.nio.ch.FileChannelImpl;

/** A mapped file of chunks, which threads take one by one. */
final class Segment {

  private final int index;
  private final int available;
  private final long runIdLow;
  private final MappedByteBuffer mapping; // unmapped when collected
  private final long address;
  private final AtomicInteger next = new AtomicInteger();

  private Segment(int index, int available, long runIdLow, MappedByteBuffer mapping) {
    this.index = index;
    this.available = available;
    this.runIdLow = runIdLow;
    this.mapping = mapping;
    this.address = ((DirectBuffer) mapping).address();
  }

  /**
   * Makes the file. It is written before it is mapped: a full disk shows here, and never as a signal when the
   * memory is touched.
   *
   * @param zeros direct, and all zero
   */
  static Segment create(
      Path directory, int index, byte[] runId, ByteBuffer zeros, FileAttribute<?>[] mode)
      throws IOException {
    Path path = directory.resolve(Format.segmentFile(index));
    EnumSet<StandardOpenOption> options =
        EnumSet.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    long size = Format.segmentSize(index);
    try (FileChannel channel = FileChannel.open(path, options, mode)) {
      keepOpenWhenInterrupted(channel);
      for (long at = 0; at < size; ) {
        ByteBuffer piece = zeros.duplicate();
        piece.limit((int) Math.min(piece.capacity(), size - at));
        at += channel.write(piece, at);
      }
      MappedByteBuffer mapping = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
      return describe(index, runId, mapping);
    } catch (IOException noSpace) {
      Files.deleteIfExists(path);
      throw noSpace;
    }
  }

  private static Segment describe(int index, byte[] runId, MappedByteBuffer mapping) {
    int chunks = Format.segmentChunks(index);
    Encoder header =
        new Encoder()
            .int64(Format.SEGMENT_MAGIC)
            .int32(Format.VERSION)
            .int32(index)
            .int32(Format.CHUNK)
            .int32(chunks)
            .raw(runId, 0, runId.length);
    header.int32(Format.checksum(header.buffer(), 0, Format.SEGMENT_CHECKED));
    // The last chunk of the first segment is kept for the end of the run, which must find room on a full disk.
    int available = index == 0 ? chunks - 1 : chunks;
    long runIdLow = new Decoder(runId, 8, 8).int64();
    Segment segment = new Segment(index, available, runIdLow, mapping);
    Raw.bytes(segment.address, header.buffer(), 0, header.length());
    return segment;
  }

  /** An interrupt of a thread of the program must not close what all threads write to. */
  static void keepOpenWhenInterrupted(FileChannel channel) {
    if (channel instanceof FileChannelImpl local) {
      local.setUninterruptible();
    }
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
      text = new Encoder().string(reason.substring(0, Format.STOP_REASON_MAX / 2 - 8)).toBytes();
    }
    long at = address + Format.STOP_REASON;
    U.putInt(at + 4, Format.checksum(text, 0, text.length));
    Raw.bytes(at + 8, text, 0, text.length);
    U.putIntRelease(null, at, text.length);
  }

  /** Keeps the memory mapped as long as somebody may write to it. */
  MappedByteBuffer mapping() {
    return mapping;
  }
}
