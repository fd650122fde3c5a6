package dev.tapedeck.runner.json;

import java.util.HexFormat;

/** BLAKE3-256 of bytes that come in pieces, as 64 lowercase hex digits. */
final class Blake3 {
  private static final int DIGEST_BYTES = 32;

  private final org.apache.commons.codec.digest.Blake3 digest =
      org.apache.commons.codec.digest.Blake3.initHash();

  static String of(byte[] bytes) {
    Blake3 hash = new Blake3();
    hash.update(bytes, 0, bytes.length);
    return hash.finish();
  }

  void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** The digest; afterwards this object starts anew. */
  String finish() {
    byte[] out = new byte[DIGEST_BYTES];
    digest.doFinalize(out).reset();
    return HexFormat.of().formatHex(out);
  }
}
