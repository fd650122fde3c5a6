package dev.tapedeck.tape;

import java.io.IOException;

/** Bytes that may be too many for an array, wherever they are. */
public interface ByteSource {

  /** Copies the bytes from that place on to the start of the array. */
  void copy(long from, byte[] into, int length) throws IOException;
}
