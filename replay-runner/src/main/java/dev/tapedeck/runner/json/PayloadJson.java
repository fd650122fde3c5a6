package dev.tapedeck.runner.json;

import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as version 1 writes them: with the text when they are short and text, else with their length, and they
 * themselves stand elsewhere, under their hash.
 */
final class PayloadJson {
  /** So many bytes still stand in the line. */
  static final int INLINE_BYTES = 4096;

  /** {@code content_hash} of no bytes. */
  static final String HASH_OF_NOTHING = Blake3.of(new byte[0]);

  private PayloadJson() {}

  static void write(TapeJson json, @Nullable Payload payload) throws IOException {
    if (payload == null) {
      json.writeNull();
      return;
    }
    write(json, payload, hash(List.of(payload)));
  }

  static void write(TapeJson json, Payload payload, String hash) throws IOException {
    write(json, List.of(payload), hash);
  }

  /** The bytes of all pieces, one behind the other. */
  static void write(TapeJson json, List<Payload> pieces) throws IOException {
    write(json, pieces, hash(pieces));
  }

  /** The {@code content_hash}; no more than a piece of the bytes is in memory. */
  static String hash(List<Payload> pieces) throws IOException {
    Blake3 hash = new Blake3();
    for (Payload piece : pieces) {
      piece.copyTo((bytes, length) -> hash.update(bytes, 0, length));
    }
    return hash.finish();
  }

  private static void write(TapeJson json, List<Payload> pieces, String hash) throws IOException {
    long length = 0;
    for (Payload piece : pieces) {
      length += piece.length();
    }
    byte @Nullable [] text = length <= INLINE_BYTES ? bytes(pieces, (int) length) : null;
    if (text != null && !Utf8.isText(text)) {
      text = null;
    }
    if (text == null) {
      json.spill(hash, pieces);
    }
    json.writeStartObject();
    json.writeStringField("content_hash", hash);
    if (text == null) {
      json.writeNumberField("len_bytes", length);
    } else {
      json.writeFieldName("text");
      json.writeUTF8String(text, 0, text.length);
    }
    json.writeEndObject();
  }

  private static byte[] bytes(List<Payload> pieces, int length) {
    byte[] whole = new byte[length];
    int offset = 0;
    for (Payload piece : pieces) {
      piece.copyTo(whole, offset);
      offset += (int) piece.length();
    }
    return whole;
  }
}
