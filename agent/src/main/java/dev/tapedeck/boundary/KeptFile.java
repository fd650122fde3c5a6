package dev.tapedeck.boundary;

import dev.tapedeck.tape.ByteSource;
import dev.tapedeck.tape.ByteTarget;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;

/** A file in the directory of what is kept, open as the program has it open: with a place of its own. */
final class KeptFile {

  /** Stands for the place where the file stands. */
  static final long WHERE_IT_STANDS = -1;

  private static final int PIECE = 64 * 1024;

  private final File path;
  private final RandomAccessFile file;
  private final boolean appends;
  private long place;
  private boolean isMapped;

  KeptFile(File path, boolean appends) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path, "rw");
    this.appends = appends;
  }

  /** The same file, open once more. */
  RandomAccessFile another() throws IOException {
    return new RandomAccessFile(path, "rw");
  }

  synchronized void write(long position, ByteSource bytes, long count) throws IOException {
    boolean moves = position == WHERE_IT_STANDS;
    long at = appends ? file.length() : moves ? place : position;
    byte[] piece = new byte[(int) Math.min(PIECE, count)];
    for (long done = 0; done < count; done += piece.length) {
      int length = (int) Math.min(piece.length, count - done);
      bytes.copy(done, piece, length);
      file.seek(at + done);
      file.write(piece, 0, length);
    }
    place = moves ? at + count : place;
  }

  /** The program has read so many bytes. */
  synchronized void moved(long count) {
    place += count;
  }

  synchronized void sought(long position) {
    place = position;
  }

  synchronized void hasLength(long length) throws IOException {
    file.setLength(length);
    place = Math.min(place, length);
  }

  /** Puts there what the program found when it mapped that part, and gives the channel to map it from. */
  synchronized FileChannel mapped(long position, Told answer, int field) throws IOException {
    isMapped = true;
    file.seek(position);
    answer.copy(field, new Into(file));
    return file.getChannel();
  }

  /** Whether the program may write to it through memory, which its other mappings would show. */
  synchronized boolean isMapped() {
    return isMapped;
  }

  synchronized void close() throws IOException {
    file.close();
  }

  /** Writes pieces to a file, where it stands. */
  record Into(RandomAccessFile file) implements ByteTarget {
    @Override
    public void take(byte[] bytes, int length) throws IOException {
      file.write(bytes, 0, length);
    }
  }
}
