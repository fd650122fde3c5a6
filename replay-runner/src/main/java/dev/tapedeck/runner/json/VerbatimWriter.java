package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.EventWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Puts a line on a tape as it is, with the bytes that it names. */
final class VerbatimWriter {
  private final JsonLines lines;
  private final CasSource cas;

  VerbatimWriter(JsonLines lines, CasSource cas) {
    this.lines = lines;
    this.cas = cas;
  }

  /**
   * Appends the current line.
   *
   * @param kind the name of its kind
   * @param why a replay cannot use it
   */
  void append(ChunkWriter to, JsonNode line, String kind, String why, long stampNs)
      throws IOException {
    List<String> there = new ArrayList<>();
    StringBuilder reason = new StringBuilder("line " + lines.number() + ": " + why);
    for (String hash : line.findValuesAsText("content_hash").stream().distinct().toList()) {
      if (StoredBytes.isHash(hash) && cas.length(hash).isPresent()) {
        if (!StoredBytes.isIntact(hash, cas)) {
          reason.append("; the bytes there are others than those of ").append(hash);
        } else if (there.size() < Verbatim.PAYLOADS) {
          there.add(hash);
        } else {
          reason.append("; left out: the bytes of ").append(hash);
        }
      } else if (!isInline(line, hash)) {
        reason.append("; its bytes are not there: ").append(hash);
      }
    }
    EventWriter event = to.begin(Verbatim.KIND, 0, stampNs)
        .putString(new String(lines.line(), 0, lines.length(), UTF_8))
        .putString(kind)
        .putString(reason.toString())
        .putStrings(there);
    for (int i = 0; i < Verbatim.PAYLOADS; i++) {
      if (i < there.size()) {
        StoredBytes.of(named(there.get(i)), cas).put(event);
      } else {
        event.putBytes(null);
      }
    }
    event.commit();
  }

  private static boolean isInline(JsonNode line, String hash) {
    return line.findParents("content_hash").stream()
        .anyMatch(payload -> payload.path("text").isTextual()
            && payload.path("content_hash").asText().equals(hash));
  }

  private ObjectNode named(String hash) {
    OptionalLong length = cas.length(hash);
    return JsonNodeFactory.instance
        .objectNode()
        .put("content_hash", hash)
        .put("len_bytes", length.orElse(0));
  }
}
