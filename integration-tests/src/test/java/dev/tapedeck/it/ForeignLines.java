package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.Blake3;

/** A tape of version 1 as another tool writes it: lines, and bytes beside them. */
final class ForeignLines {
  private final Path tape;
  private final List<String> lines = new ArrayList<>();

  ForeignLines(Path tape, String main, String... argv) {
    this.tape = tape;
    lines.add("{\"type\":\"header\",\"version\":1,\"harn_version\":\"other/2.1\","
        + "\"started_at_unix_ms\":1700000000000,\"script_path\":\"" + main + "\",\"argv\":["
        + String.join(",", List.of(argv).stream().map(ForeignLines::quoted).toList()) + "]}");
  }

  /** A record: the name of its kind, and names and values, which are numbers or JSON, or else texts. */
  ForeignLines record(String kind, Object... fields) {
    StringBuilder line = new StringBuilder("{\"type\":\"record\",\"seq\":")
        .append(lines.size() - 1)
        .append(
            ",\"phase\":\"user_script\",\"virtual_time_ms\":0,\"monotonic_ms\":0,\"kind\":{\"kind\":")
        .append(quoted(kind));
    for (int i = 0; i < fields.length; i += 2) {
      Object value = fields[i + 1];
      boolean isText =
          value instanceof String text && !text.startsWith("{") && !text.startsWith("[");
      line.append(",\"").append(fields[i]).append("\":").append(isText ? quoted(value) : value);
    }
    lines.add(line.append("}}").toString());
    return this;
  }

  /** A file that was read, its bytes beside the tape. */
  ForeignLines read(String path, String content) {
    return keep(content).lost("file_read", path, content);
  }

  /** A file that was read or written, of whose bytes there is but the hash. */
  ForeignLines lost(String kind, String path, String content) {
    int length = content.getBytes(UTF_8).length;
    return record(kind, "path", path, "content_hash", hash(content), "len_bytes", length);
  }

  private ForeignLines keep(String content) {
    try {
      Path cas = Files.createDirectories(tape.resolveSibling(tape.getFileName() + ".cas"));
      Files.writeString(cas.resolve(hash(content)), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write() {
    try {
      Files.createDirectories(tape.getParent());
      return Files.writeString(tape, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that stand in the line. */
  static String inline(String text) {
    return "{\"content_hash\":\"" + hash(text) + "\",\"text\":" + quoted(text) + "}";
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Blake3.hash(text.getBytes(UTF_8)));
  }

  private static String quoted(Object text) {
    return "\"" + text.toString().replace("\n", "\\n") + "\"";
  }
}
