package dev.tapedeck.tape;

import java.io.IOException;

/** Bytes in the payload file as they are, with their checksum. */
record ClearBytes(TapeFiles files, long position, long length, int crc) implements StoredBytes {

  @Override
  public void expect() {
    files.expectPayload(position, length);
  }

  @Override
  public void copyTo(byte[] array, int offset) {
    files.payload(position, array, offset, (int) length, crc);
  }

  @Override
  public void copyTo(ByteTarget target) throws IOException {
    files.payload(position, length, crc, target);
  }
}
