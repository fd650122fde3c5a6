package dev.tapedeck.runner.portable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Of a stream that said how long it is, no more than that. */
final class AtMost extends FilterInputStream {
  private long left;

  AtMost(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("it is longer than it says");
    }
  }
}
