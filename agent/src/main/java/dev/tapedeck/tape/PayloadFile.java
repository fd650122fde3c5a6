package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The file of what is too long to stand in an event. */
final class PayloadFile {

  private final RandomAccessFile file;
  private long end;

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

  /**
   * Returns where the bytes now stand; fails rather than make the file longer than the limit.
   *
   * <p>One thread at a time, which costs little: so does the file system, within one file. What an error cut short is
   * written over.
   */
  synchronized long write(byte[] source, int offset, int length, long limit) throws IOException {
    if (end > limit - length) {
      throw tooLong(limit);
    }
    file.seek(end);
    file.write(source, offset, length);
    long place = end;
    end += length;
    return place;
  }

  static IOException tooLong(long limit) {
    return new IOException("the tape would be longer than its limit, " + limit + " bytes");
  }

  synchronized long size() {
    return end;
  }
}
