package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes as version 1 writes them: with the text when they are short and text, else with their length alone. */
final class PayloadJson {
  /** So many bytes still stand in the line. */
  static final int INLINE_BYTES = 4096;

  /** {@code content_hash} of no bytes. */
  static final String HASH_OF_NOTHING = Blake3.of(new byte[0]);

  private PayloadJson() {}

  static void write(JsonGenerator json, @Nullable Payload payload) throws IOException {
    if (payload == null) {
      json.writeNull();
      return;
    }
    write(json, payload, hash(payload));
  }

  /** The {@code content_hash}; no more than a piece of the bytes is in memory. */
  static String hash(Payload payload) throws IOException {
    Blake3 hash = new Blake3();
    payload.copyTo((bytes, length) -> hash.update(bytes, 0, length));
    return hash.finish();
  }

  static void write(JsonGenerator json, Payload payload, String hash) throws IOException {
    if (payload.length() <= INLINE_BYTES) {
      write(json, payload.bytes(), hash);
      return;
    }
    json.writeStartObject();
    json.writeStringField("content_hash", hash);
    json.writeNumberField("len_bytes", payload.length());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, byte[] bytes, String hash) throws IOException {
    json.writeStartObject();
    json.writeStringField("content_hash", hash);
    Optional<String> text = bytes.length <= INLINE_BYTES ? Utf8.text(bytes) : Optional.empty();
    if (text.isPresent()) {
      json.writeStringField("text", text.get());
    } else {
      json.writeNumberField("len_bytes", bytes.length);
    }
    json.writeEndObject();
  }
}
