package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/** Bytes on a tape: within the event when few, else in the payload file and read when asked for. */
public final class Payload {

  private final byte @Nullable [] inline;
  private final @Nullable TapeFiles files;
  private final long position;
  private final int length;
  private final int crc;

  private Payload(
      byte @Nullable [] inline, @Nullable TapeFiles files, long position, int length, int crc) {
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

  static Payload at(TapeFiles files, long position, int length, int crc) {
    return new Payload(null, files, position, length, crc);
  }

  public int length() {
    return length;
  }

  /**
   * The bytes, which the caller must not change.
   *
   * @throws TapeException when the tape does not hold them any more
   */
  public byte[] bytes() {
    if (inline != null) {
      return inline;
    }
    if (files == null) {
      throw new IllegalStateException("A payload without bytes");
    }
    return files.payload(position, length, crc);
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
