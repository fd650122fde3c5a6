package dev.tapedeck.tape;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments and the payload file of a run.
 *
 * <p>Not through a mapping, which would end the process when the file is cut; nor through a channel, which an
 * interrupted thread would close for all.
 */
final class TapeFiles implements Closeable {

  /** What has been read, for who wants to know how far somebody has come. */
  final AtomicLong bytesRead = new AtomicLong();

  private static final int CACHED_CHUNKS = 1024;

  /** The JDK reads through memory outside the heap: so much at once. */
  private static final int PIECE = 128 * 1024;

  private final Path run;
  private final List<RandomAccessFile> segments = new ArrayList<>();
  private @Nullable RandomAccessFile payload;
  private long payloadLength;

  /**
   * The chunks last used. Whoever reads a chunk keeps hold of its bytes, so a small number does; and none
   * where memory is short, because a replay has the heap that the program had.
   */
  private final Map<Long, SoftReference<byte[]>> chunks = new LinkedHashMap<>(16, 0.75f, true);

  private final @Nullable Unsealer unsealer;

  TapeFiles(Path run, @Nullable Unsealer unsealer) {
    this.run = run;
    this.unsealer = unsealer;
  }

  /** What opens what is sealed in them; null when nothing is, or the key is not at hand. */
  @Nullable
  Unsealer unsealer() {
    return unsealer;
  }

  /** Opens the segment; segments are opened in order. False when there is no such file. */
  synchronized boolean openSegment(int index) throws IOException {
    RandomAccessFile file = open(Format.segmentFile(index));
    if (file == null) {
      return false;
    }
    while (segments.size() < index) {
      segments.add(file); // of a missing segment nothing is ever read
    }
    segments.add(file);
    return true;
  }

  /** Whether the payload file is at least so long. It may be growing: what refers to it is written after it. */
  synchronized boolean payloadReaches(long end) throws IOException {
    if (end > payloadLength) {
      RandomAccessFile file = payload == null ? open(Format.PAYLOAD_FILE) : payload;
      payload = file;
      payloadLength = file == null ? 0 : file.length();
    }
    return end >= 0 && end <= payloadLength;
  }

  synchronized long payloadLength() {
    return payloadLength;
  }

  long segmentLength(int index) throws IOException {
    return segments.get(index).length();
  }

  /** What the segment holds there; zeros beyond its end. */
  synchronized byte[] read(int segment, long position, int length, int slack) throws IOException {
    byte[] bytes = new byte[length + slack];
    readInto(segments.get(segment), position, bytes, 0, length);
    return bytes;
  }

  /** The bytes of a chunk's events up to {@code length}; from memory when they were read before. */
  synchronized byte[] chunk(int segment, int chunk, int length) {
    Long key = (long) segment << 32 | chunk;
    SoftReference<byte[]> kept = chunks.get(key);
    byte[] bytes = kept == null ? null : kept.get();
    if (bytes != null && bytes.length >= length) {
      return bytes;
    }
    try {
      long position = chunkPosition(chunk) + Format.CHUNK_HEADER;
      bytes = read(segment, position, length, 0);
    } catch (IOException trouble) {
      throw new TapeException(
          "Cannot read " + run.resolve(Format.segmentFile(segment)) + ": " + trouble, trouble);
    }
    if (chunks.size() >= CACHED_CHUNKS) {
      chunks.remove(chunks.keySet().iterator().next());
    }
    chunks.put(key, new SoftReference<>(bytes));
    return bytes;
  }

  static long chunkPosition(int chunk) {
    return Format.SEGMENT_HEADER + (long) chunk * Format.CHUNK;
  }

  /** Bytes from the payload file into the array, checked. */
  void payload(long position, byte[] array, int offset, int length, int crc) {
    for (int done = 0; done < length; done += PIECE) {
      readPayload(position + done, array, offset + done, Math.min(PIECE, length - done));
    }
    check(position, length, Format.crc(array, offset, length), crc);
  }

  /** Bytes from the payload file piece by piece, checked when all of them have been handed out. */
  void payload(long position, long length, int crc, ByteTarget target) throws IOException {
    byte[] piece = new byte[(int) Math.min(length, PIECE)];
    CRC32 sum = new CRC32();
    for (long done = 0; done < length; done += piece.length) {
      int count = (int) Math.min(piece.length, length - done);
      readPayload(position + done, piece, 0, count);
      sum.update(piece, 0, count);
      target.take(piece, count);
    }
    check(position, length, (int) sum.getValue(), crc);
  }

  /** Checks that so many bytes are there. */
  synchronized void expectPayload(long position, long length) {
    try {
      payloadWith(position, length);
    } catch (IOException trouble) {
      throw unreadable(trouble);
    }
  }

  /** Bytes from the payload file as they stand there. */
  synchronized void readPayload(long position, byte[] into, int offset, int length) {
    try {
      readInto(payloadWith(position, length), position, into, offset, length);
    } catch (IOException trouble) {
      throw unreadable(trouble);
    }
  }

  private RandomAccessFile payloadWith(long position, long length) throws IOException {
    boolean there = position >= 0 && payloadReaches(position + length);
    RandomAccessFile file = payload;
    if (!there || file == null) {
      throw new IOException("it is cut short");
    }
    return file;
  }

  private TapeException unreadable(IOException trouble) {
    return new TapeException(
        "Cannot read " + run.resolve(Format.PAYLOAD_FILE) + ": " + trouble.getMessage(), trouble);
  }

  private void check(long position, long length, int found, int recorded) {
    if (found != recorded) {
      throw damagedPayload(position, length);
    }
  }

  TapeException damagedPayload(long position, long length) {
    return new TapeException(run.resolve(Format.PAYLOAD_FILE)
        + " is damaged between "
        + position
        + " and "
        + (position + length)
        + ": its bytes are not those that were recorded. Use a copy of the run.");
  }

  /** To open them anew. */
  synchronized void closeSegments() throws IOException {
    for (RandomAccessFile segment : segments) {
      segment.close();
    }
    segments.clear();
  }

  @Override
  public synchronized void close() throws IOException {
    closeSegments();
    if (payload != null) {
      payload.close();
    }
  }

  private @Nullable RandomAccessFile open(String name) throws IOException {
    File file = run.resolve(name).toFile();
    return file.isFile() ? new RandomAccessFile(file, "r") : null;
  }

  /** Reads; zeros beyond the end. */
  private void readInto(RandomAccessFile file, long position, byte[] bytes, int offset, int length)
      throws IOException {
    file.seek(position);
    int done = 0;
    while (done < length) {
      int read = file.read(bytes, offset + done, length - done);
      if (read < 0) {
        Arrays.fill(bytes, offset + done, offset + length, (byte) 0);
        return;
      }
      done += read;
    }
    bytesRead.addAndGet(length);
  }
}
