package dev.tapedeck.tape;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments and the payload file of a run.
 *
 * <p>Not through a mapping, which would end the process when the file is cut; nor through a channel, which an
 * interrupted thread would close for all.
 */
final class TapeFiles implements Closeable {

  private static final int CACHED_CHUNKS = 1024;

  private final Path run;
  private final List<RandomAccessFile> segments = new ArrayList<>();
  private @Nullable RandomAccessFile payload;
  private long payloadLength;

  /** The chunks last used. Whoever reads a chunk keeps hold of its bytes, so a small number does. */
  private final Map<Long, byte[]> chunks = new LinkedHashMap<>(16, 0.75f, true);

  TapeFiles(Path run) {
    this.run = run;
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
    readInto(segments.get(segment), position, bytes, length);
    return bytes;
  }

  /** The bytes of a chunk's events up to {@code length}; from memory when they were read before. */
  synchronized byte[] chunk(int segment, int chunk, int length) {
    Long key = (long) segment << 32 | chunk;
    byte[] bytes = chunks.get(key);
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
    chunks.put(key, bytes);
    return bytes;
  }

  static long chunkPosition(int chunk) {
    return Format.SEGMENT_HEADER + (long) chunk * Format.CHUNK;
  }

  /** Bytes from the payload file, checked. */
  byte[] payload(long position, int length, int crc) {
    byte[] bytes;
    try {
      synchronized (this) {
        boolean there = position >= 0 && payloadReaches(position + length);
        RandomAccessFile file = payload;
        if (!there || file == null) {
          throw new IOException("it is cut short");
        }
        bytes = new byte[length];
        readInto(file, position, bytes, length);
      }
    } catch (IOException trouble) {
      throw new TapeException(
          "Cannot read " + run.resolve(Format.PAYLOAD_FILE) + ": " + trouble.getMessage(), trouble);
    }
    if (Format.crc(bytes, 0, length) != crc) {
      throw new TapeException(run.resolve(Format.PAYLOAD_FILE)
          + " is damaged between "
          + position
          + " and "
          + (position + length)
          + ": its bytes are not those that were recorded. Use a copy of the run.");
    }
    return bytes;
  }

  @Override
  public synchronized void close() throws IOException {
    for (RandomAccessFile segment : segments) {
      segment.close();
    }
    if (payload != null) {
      payload.close();
    }
  }

  private @Nullable RandomAccessFile open(String name) throws IOException {
    File file = run.resolve(name).toFile();
    return file.isFile() ? new RandomAccessFile(file, "r") : null;
  }

  private static int readInto(RandomAccessFile file, long position, byte[] bytes, int length)
      throws IOException {
    file.seek(position);
    int done = 0;
    while (done < length) {
      int read = file.read(bytes, done, length - done);
      if (read < 0) {
        Arrays.fill(bytes, done, length, (byte) 0);
        return done;
      }
      done += read;
    }
    return done;
  }
}
