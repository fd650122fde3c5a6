package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first line of a tape: the fields of version 1, then everything else that the recorded header holds. */
public final class HeaderJson {
  static final int FORMAT_VERSION = 1;

  private static final Set<String> IN_VERSION_1 =
      Set.of(Header.STARTED_AT_UNIX_MS, Header.MAIN, Header.ARGV, Header.TAPEDECK_VERSION);

  private static final Set<String> NUMBERS = Set.of(
      Header.STARTED_AT_NANOS,
      Header.PROCESSORS,
      Header.SET_SALT,
      Header.HASH_SEED,
      Header.EARLY_HASHES,
      Header.NEXT_THREAD_ID,
      Header.MAX_HEAP);

  private HeaderJson() {}

  /** Writes the object, without a newline. */
  public static void write(JsonGenerator json, Fields header) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "header");
    json.writeNumberField("version", FORMAT_VERSION);
    json.writeStringField(
        "harn_version", "tapedeck/" + header.text(Header.TAPEDECK_VERSION, "unknown"));
    json.writeNumberField("started_at_unix_ms", header.number(Header.STARTED_AT_UNIX_MS, 0));
    json.writeStringField("script_path", header.text(Header.MAIN));
    list(json, "argv", header.list(Header.ARGV));
    for (String key : header.keys()) {
      if (!IN_VERSION_1.contains(key)) {
        field(json, key, header);
      }
    }
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String key, Fields header) throws IOException {
    String text = header.text(key);
    if (text == null) {
      listOrMap(json, key, header);
    } else if (NUMBERS.contains(key)) {
      json.writeNumberField(key, header.number(key, 0));
    } else {
      json.writeStringField(key, text);
    }
  }

  private static void listOrMap(JsonGenerator json, String key, Fields header) throws IOException {
    Map<String, String> map = header.map(key);
    if (map.isEmpty()) {
      list(json, key, header.list(key));
      return;
    }
    json.writeObjectFieldStart(key);
    for (Map.Entry<String, String> entry : map.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void list(JsonGenerator json, String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
