package dev.tapedeck.tape;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes on a tape: within the event when few, else in the payload file and read when asked for. */
public final class Payload {

  private final byte @Nullable [] inline;
  private final @Nullable TapeFiles files;
  private final long position;
  private final long length;
  private final int crc;

  private Payload(
      byte @Nullable [] inline, @Nullable TapeFiles files, long position, long length, int crc) {
    this.inline = inline;
    this.files = files;
    this.position = position;
    this.length = length;
    this.crc = crc;
  }

  /** A payload that is not on a tape. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes, null, 0, bytes.length, 0);
  }

  static Payload at(TapeFiles files, long position, long length, int crc) {
    return new Payload(null, files, position, length, crc);
  }

  public long length() {
    return length;
  }

  /**
   * The bytes, which the caller must not change.
   *
   * @throws TapeException when the tape does not hold them any more, or they are too many for an array
   */
  public byte[] bytes() {
    if (inline != null) {
      return inline;
    }
    if (length > Integer.MAX_VALUE - 16) {
      throw new TapeException(length + " bytes are too many for an array.");
    }
    byte[] bytes = files().roomFor(position, (int) length);
    copyTo(bytes, 0);
    return bytes;
  }

  /**
   * Copies the bytes into the array, from the offset on.
   *
   * @throws TapeException when the tape does not hold them any more
   */
  public void copyTo(byte[] array, int offset) {
    if (inline != null) {
      System.arraycopy(inline, 0, array, offset, inline.length);
    } else {
      files().payload(position, array, offset, (int) length, crc);
    }
  }

  /**
   * Hands out the bytes piece by piece, so that no more than a piece is in memory.
   *
   * @throws TapeException when the tape does not hold them any more; perhaps not before the last piece
   */
  public void copyTo(ByteTarget target) throws IOException {
    if (inline != null) {
      target.take(inline.clone(), inline.length);
    } else {
      files().payload(position, length, crc, target);
    }
  }

  private TapeFiles files() {
    if (files == null) {
      throw new IllegalStateException("A payload without bytes");
    }
    return files;
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
