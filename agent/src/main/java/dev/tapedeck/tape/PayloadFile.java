package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The file of what is too long to stand in an event. */
final class PayloadFile {

  /** The JDK copies what it writes to memory outside the heap: so much at once. */
  static final int PIECE = 128 * 1024;

  private final RandomAccessFile file;
  private long end;
  private long standsAt;

  private PayloadFile(RandomAccessFile file) {
    this.file = file;
  }

  static PayloadFile create(Path directory) throws IOException {
    File path = directory.resolve(Format.PAYLOAD_FILE).toFile();
    if (!directory.toFile().isDirectory()) {
      throw new IOException("the directory is gone");
    }
    RandomAccessFile file = new RandomAccessFile(path, "rw");
    RunDirectory.forOwnerAlone(path);
    return new PayloadFile(file);
  }

  /** Keeps room for so many bytes and returns where; fails rather than make the file longer than the limit. */
  synchronized long reserve(long length, long limit) throws IOException {
    if (length > limit - end) {
      throw tooLong(limit);
    }
    long place = end;
    end += length;
    return place;
  }

  /**
   * Writes where room was kept.
   *
   * <p>One thread at a time, which costs little: so does the file system, within one file.
   */
  void write(long place, byte[] source, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += PIECE) {
      writePiece(place + done, source, offset + done, Math.min(PIECE, length - done));
    }
  }

  private synchronized void writePiece(long place, byte[] source, int offset, int length)
      throws IOException {
    if (standsAt != place) {
      file.seek(place);
    }
    standsAt = -1; // until it has been written, nobody knows
    file.write(source, offset, length);
    standsAt = place + length;
  }

  static IOException tooLong(long limit) {
    return new IOException("the tape would be longer than its limit, " + limit + " bytes");
  }

  synchronized long size() {
    return end;
  }
}
