package dev.tapedeck.runner.json;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on and hashes them on the way. */
final class HashingOutputStream extends FilterOutputStream {
  private final Blake3 hash = new Blake3();

  HashingOutputStream(OutputStream out) {
    super(out);
  }

  String digest() {
    return hash.finish();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    hash.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }
}
