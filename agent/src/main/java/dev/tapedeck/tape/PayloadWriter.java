package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Writes what is too long to stand in an event; where that fails, it turns the tape off. */
final class PayloadWriter {

  private final TapeWriter tape;
  private final Path directory;
  private final long limit;
  private volatile @Nullable PayloadFile file;

  /**
   * Creates no file yet.
   *
   * @param limit how many bytes the file may have
   */
  PayloadWriter(TapeWriter tape, Path directory, long limit) {
    this.tape = tape;
    this.directory = directory;
    this.limit = limit;
  }

  /** Returns where the bytes stand in the payload file, or -1 when the tape is closed. */
  long write(byte[] source, int offset, int length) {
    long place = reserve(length);
    return place >= 0 && writeReserved(place, source, offset, length) ? place : -1;
  }

  /**
   * The same for bytes that need not fit into an array.
   *
   * @param crc gets them too
   * @throws IOException when the source has trouble
   */
  long write(ByteSource source, long length, CRC32 crc) throws IOException {
    if (tape.isClosed()) {
      return -1;
    }
    byte[] piece = new byte[(int) Math.min(length, PayloadFile.PIECE)];
    long place = -1;
    for (long done = 0; done < length; done += piece.length) {
      int count = (int) Math.min(piece.length, length - done);
      source.copy(done, piece, count);
      crc.update(piece, 0, count);
      place = done == 0 ? reserve(length) : place;
      if (place < 0 || !writeReserved(place + done, piece, 0, count)) {
        return -1;
      }
    }
    return place;
  }

  /** Keeps room in the payload file and returns where, or -1 when the tape is closed. */
  long reserve(long length) {
    if (tape.isClosed()) {
      return -1;
    }
    try {
      return file().reserve(length, limit);
    } catch (IOException trouble) {
      turnOff(trouble);
      return -1;
    }
  }

  /** Writes where room was kept; false when that is not possible. */
  boolean writeReserved(long place, byte[] source, int offset, int length) {
    try {
      file().write(place, source, offset, length);
      return true;
    } catch (IOException trouble) {
      turnOff(trouble);
      return false;
    }
  }

  /** How many bytes the file has. */
  long size() {
    PayloadFile made = file;
    return made == null ? 0 : made.size();
  }

  private void turnOff(IOException trouble) {
    tape.turnOff("Cannot write " + Format.PAYLOAD_FILE + " in " + directory, trouble);
  }

  private PayloadFile file() throws IOException {
    PayloadFile made = file;
    return made != null ? made : make();
  }

  private synchronized PayloadFile make() throws IOException {
    PayloadFile made = file;
    if (made == null) {
      made = PayloadFile.create(directory);
      file = made;
    }
    return made;
  }
}
