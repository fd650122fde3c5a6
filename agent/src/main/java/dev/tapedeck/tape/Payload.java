package dev.tapedeck.tape;

/** Bytes on a tape: within the event when few, else in the payload file and read when asked for. */
public final class Payload {

  /** A payload that is not on a tape. */
  public static Payload of(byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  public long length() {
    throw new UnsupportedOperationException();
  }

  /**
   * The bytes, which the caller must not change.
   *
   * @throws TapeException when the tape does not hold them any more
   */
  public byte[] bytes() {
    throw new UnsupportedOperationException();
  }
}
