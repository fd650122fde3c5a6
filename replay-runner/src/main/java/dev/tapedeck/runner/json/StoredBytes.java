package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapedeck.tape.ByteSource;
import dev.tapedeck.tape.EventWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The bytes that a line names, out of the line or from under their hash. */
final class StoredBytes {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final String hash;
  private final JsonNode text;
  private final long length;
  private final CasSource cas;

  private StoredBytes(String hash, JsonNode text, long length, CasSource cas) {
    this.hash = hash;
    this.text = text;
    this.length = length;
    this.cas = cas;
  }

  static boolean isHash(String name) {
    return HASH.matcher(name).matches();
  }

  /** Whether what stands under the hash has that hash. */
  static boolean isIntact(String hash, CasSource cas) {
    Blake3 found = new Blake3();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = cas.open(hash)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        found.update(piece, 0, read);
      }
    } catch (IOException e) {
      return false;
    }
    return found.finish().equals(hash);
  }

  /** The hashes of payloads in the line whose bytes are nowhere. */
  static List<String> missing(JsonNode line, CasSource cas) {
    List<String> missing = new ArrayList<>();
    for (JsonNode payload : line.path("kind").findParents("content_hash")) {
      String hash = payload.path("content_hash").asText();
      boolean elsewhere = !payload.has("kind") && payload.has("len_bytes");
      if (elsewhere && !(isHash(hash) && cas.length(hash).isPresent())) {
        missing.add(hash);
      }
    }
    return missing;
  }

  /**
   * Those that a payload names.
   *
   * @throws NotWhole where they are not there
   */
  static StoredBytes of(JsonNode payload, CasSource cas) {
    String hash = Values.text(payload, "content_hash");
    if (!isHash(hash)) {
      throw new NotWhole("its content_hash is none: it wants 64 lowercase hex digits");
    }
    if (payload.path("text").isTextual()) {
      return new StoredBytes(hash, payload.path("text"), 0, cas);
    }
    long length = Values.number(payload, "len_bytes");
    OptionalLong there = cas.length(hash);
    if (there.isEmpty()) {
      throw new NotWhole("its " + length + " bytes are not there: " + hash);
    }
    if (there.getAsLong() != length) {
      throw new NotWhole(
          "its bytes should be " + length + " and are " + there.getAsLong() + ": " + hash);
    }
    return new StoredBytes(hash, payload.path("text"), length, cas);
  }

  /**
   * Puts them on the tape.
   *
   * @throws NotWhole where they are not those that were hashed; the event must not be committed then
   */
  void put(EventWriter event) throws IOException {
    Blake3 found = new Blake3();
    if (text.isTextual()) {
      byte[] bytes = text.textValue().getBytes(UTF_8);
      found.update(bytes, 0, bytes.length);
      event.putBytes(bytes);
    } else {
      try (InputStream in = cas.open(hash)) {
        event.putBytes(hashing(in, found), length);
      } catch (IOException e) {
        throw new NotWhole("its bytes cannot be read: " + hash + ": " + e.getMessage());
      }
    }
    if (!found.finish().equals(hash)) {
      throw new NotWhole("its bytes are not those that were recorded: " + hash);
    }
  }

  /** Asked for its bytes in order, as the tape does. */
  private static ByteSource hashing(InputStream in, Blake3 hash) {
    return (from, into, count) -> {
      if (in.readNBytes(into, 0, count) < count) {
        throw new EOFException("it is cut short");
      }
      hash.update(into, 0, count);
    };
  }
}
