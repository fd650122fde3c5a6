package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link HeaderJson} wrote, or another tool. */
final class HeaderReader {
  private static final String OURS = "tapedeck/";
  private static final Set<String> NO_FIELDS = Set.of(
      "type",
      "version",
      "harn_version",
      "script_path",
      Header.ARGV,
      Header.STARTED_AT_UNIX_MS,
      Header.PROBLEMS,
      Verbatim.HEADER,
      DefinitionsJson.NAME);

  private final Fields fields = new Fields();
  private final boolean ours;
  private final Exact exact;

  private HeaderReader(JsonLines lines, ObjectNode line) {
    this.ours = line.has(DefinitionsJson.NAME);
    this.exact = exact(lines, line);
    version1(lines, line);
    if (ours) {
      line.properties().forEach(field -> put(field.getKey(), field.getValue()));
    } else {
      fields.put(Verbatim.HEADER, new String(lines.line(), 0, lines.length(), UTF_8));
    }
  }

  /** The header that is the current line. */
  static HeaderReader read(JsonLines lines) {
    return new HeaderReader(lines, LineParser.objectWithout(DefinitionsJson.NAME, lines));
  }

  Fields fields() {
    return fields;
  }

  /** Whether the tape says all that a tape of ours needs. */
  boolean isOurs() {
    return ours;
  }

  Exact exact() {
    return exact;
  }

  private static Exact exact(JsonLines lines, ObjectNode line) {
    try {
      Exact exact = Exact.of(line);
      exact.apply(line);
      return exact;
    } catch (IllegalArgumentException e) {
      throw lines.trouble("its 'exact' is damaged: " + e.getMessage());
    }
  }

  private void version1(JsonLines lines, ObjectNode line) {
    JsonNode version = line.path("version");
    if (!line.path("type").asText().equals("header")) {
      throw lines.trouble("the first line is a record and should be the header");
    }
    if (!version.isIntegralNumber()) {
      throw lines.trouble("the header does not say which version of the format it is");
    }
    if (!version.canConvertToInt() || version.intValue() > HeaderJson.FORMAT_VERSION) {
      throw lines.trouble("the tape was written in version " + version.asText()
          + " of the format; this tapedeck reads up to " + HeaderJson.FORMAT_VERSION
          + ": use a newer one");
    }
    String writer = line.path("harn_version").asText();
    if (writer.startsWith(OURS) && !ours) {
      throw lines.trouble(
          "the header says that tapedeck wrote it, and lacks the definitions: it is" + " damaged");
    }
    fields.put(
        Header.TAPEDECK_VERSION,
        writer.startsWith(OURS) ? writer.substring(OURS.length()) : writer);
    fields.put(Header.STARTED_AT_UNIX_MS, line.path("started_at_unix_ms").asLong());
    if (!line.path("script_path").asText().isEmpty()) {
      fields.put(Header.MAIN, line.path("script_path").asText());
    }
    fields.put(Header.ARGV, list(line.path("argv")));
  }

  private void put(String key, JsonNode value) {
    if (NO_FIELDS.contains(key)) {
      return;
    }
    if (value.isArray() && value.size() > 0 && value.path(0).isArray()) {
      Map<String, String> map = new LinkedHashMap<>();
      value.forEach(pair -> map.put(pair.path(0).asText(), pair.path(1).asText()));
      fields.put(key, map);
    } else if (value.isArray()) {
      fields.put(key, list(value));
    } else if (value.isObject()) {
      Map<String, String> map = new LinkedHashMap<>();
      value
          .properties()
          .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
      fields.put(key, map);
    } else {
      fields.put(key, value.asText());
    }
  }

  private static List<String> list(JsonNode array) {
    List<String> list = new ArrayList<>();
    array.forEach(text -> list.add(text.asText()));
    return list;
  }
}
