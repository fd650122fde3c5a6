package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first line of a tape: the fields of version 1, then everything else that the recorded header holds. */
public final class HeaderJson {
  static final int FORMAT_VERSION = 1;

  static final Set<String> IN_VERSION_1 =
      Set.of(Header.STARTED_AT_UNIX_MS, Header.MAIN, Header.ARGV, Header.TAPEDECK_VERSION);

  /** What stands elsewhere, or tells how the run directory came to be. */
  private static final Set<String> NOT_SHOWN = Set.of(Header.PROBLEMS, Verbatim.HEADER);

  static final Set<String> NUMBERS = Set.of(
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
    String verbatim = header.text(Verbatim.HEADER);
    if (verbatim != null) {
      json.writeRawValue(verbatim);
      return;
    }
    TapeJson shown = TapeJson.shown(json);
    shown.writeStartObject();
    fields(shown, header);
    shown.writeEndObject();
  }

  /** Writes the line. */
  static void write(TapeJson json, TapeReader tape) throws IOException {
    String verbatim = tape.header().text(Verbatim.HEADER);
    if (verbatim != null) {
      json.writeRaw(verbatim);
      json.writeRaw('\n');
      return;
    }
    json.writeStartObject();
    fields(json, tape.header());
    if (json.isWhole()) {
      DefinitionsJson.write(json, tape);
    }
    json.writeEndOfLine();
  }

  private static void fields(TapeJson json, Fields header) throws IOException {
    json.writeStringField("type", "header");
    json.writeNumberField("version", FORMAT_VERSION);
    json.writeStringField(
        "harn_version", "tapedeck/" + header.text(Header.TAPEDECK_VERSION, "unknown"));
    json.writeNumberField("started_at_unix_ms", header.number(Header.STARTED_AT_UNIX_MS, 0));
    json.writeStringField("script_path", header.text(Header.MAIN, ""));
    list(json, "argv", header.list(Header.ARGV));
    for (String key : header.keys()) {
      if (!IN_VERSION_1.contains(key) && !NOT_SHOWN.contains(key)) {
        field(json, key, header);
      }
    }
  }

  private static void field(TapeJson json, String key, Fields header) throws IOException {
    String text = header.text(key);
    if (text == null) {
      listOrMap(json, key, header);
    } else if (NUMBERS.contains(key) && text.equals(Long.toString(header.number(key, 0)))) {
      json.writeNumberField(key, header.number(key, 0));
    } else {
      json.writeStringField(key, text);
    }
  }

  private static void listOrMap(TapeJson json, String key, Fields header) throws IOException {
    Map<String, String> map = header.map(key);
    if (map.isEmpty()) {
      list(json, key, header.list(key));
      return;
    }
    if (json.isWhole() && !map.keySet().stream().allMatch(Utf16::isUnicode)) {
      pairs(json, key, map);
      return;
    }
    json.writeObjectFieldStart(key);
    for (Map.Entry<String, String> entry : map.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void pairs(TapeJson json, String key, Map<String, String> map) throws IOException {
    json.writeArrayFieldStart(key);
    for (Map.Entry<String, String> entry : map.entrySet()) {
      json.writeStartArray();
      json.writeString(entry.getKey());
      json.writeString(entry.getValue());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void list(TapeJson json, String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
