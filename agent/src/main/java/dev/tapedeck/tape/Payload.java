package dev.tapedeck.tape;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes on a tape: within the event when few, else in the payload file and read when asked for. */
public final class Payload {

  private final byte @Nullable [] inline;
  private final @Nullable StoredBytes stored;
  private final long length;

  private Payload(byte @Nullable [] inline, @Nullable StoredBytes stored, long length) {
    this.inline = inline;
    this.stored = stored;
    this.length = length;
  }

  /** A payload that is not on a tape. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes, null, bytes.length);
  }

  static Payload of(StoredBytes stored, long length) {
    return new Payload(null, stored, length);
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
    stored().expect();
    byte[] bytes = new byte[(int) length];
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
      stored().copyTo(array, offset);
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
      stored().copyTo(target);
    }
  }

  private StoredBytes stored() {
    if (stored == null) {
      throw new IllegalStateException("A payload without bytes");
    }
    return stored;
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
