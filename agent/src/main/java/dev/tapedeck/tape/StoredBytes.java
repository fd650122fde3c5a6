package dev.tapedeck.tape;

import java.io.IOException;

/** Bytes in the payload file. */
interface StoredBytes {

  /**
   * Checks that the file is long enough for them, before room is made for them in memory.
   *
   * @throws TapeException when it is not
   */
  void expect();

  /** Copies them into the array, checked. */
  void copyTo(byte[] array, int offset);

  /** Hands them out piece by piece, so that no more than a piece is in memory; checked with the last at the latest. */
  void copyTo(ByteTarget target) throws IOException;
}
