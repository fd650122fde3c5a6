package dev.tapedeck.runner.portable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that said how long it is: it is no longer, and no shorter. */
final class DeclaredLength extends FilterInputStream {
  private long left;

  DeclaredLength(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(read);
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  /** Of -1, the end. */
  private void count(long bytes) throws IOException {
    left -= Math.max(0, bytes);
    if (left < 0) {
      throw new IOException("it is longer than it says");
    }
    if (bytes < 0 && left > 0) {
      throw new IOException("it is shorter than it says");
    }
  }
}
