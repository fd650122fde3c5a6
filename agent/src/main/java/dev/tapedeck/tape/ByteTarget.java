package dev.tapedeck.tape;

import java.io.IOException;

/** Takes bytes that may be too many for an array, piece by piece and in order. */
public interface ByteTarget {

  /** Takes the next piece; the array is used again afterwards. */
  void take(byte[] bytes, int length) throws IOException;
}
