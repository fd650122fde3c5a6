package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process that the program started: how it ended and what it said, as far as the program learned. */
final class Child {
  private static final long NS_PER_MS = 1_000_000;

  private final long startedNs;
  private final Said stdout = new Said();
  private final Said stderr = new Said();
  private long endedNs = -1;
  private @Nullable Long exitCode;

  Child(long startedNs) {
    this.startedNs = startedNs;
  }

  void says(@Nullable String stream, byte[] bytes) {
    ("stderr".equals(stream) ? stderr : stdout).add(bytes);
  }

  void waited(boolean isExit, long value, long stampNs) {
    if (isExit && exitCode == null) {
      exitCode = value;
      ended(stampNs);
    }
  }

  void ended(long stampNs) {
    if (endedNs < 0) {
      endedNs = stampNs;
    }
  }

  /** Version 1 wants a number where nobody has asked for the end: -1, and {@code exit_known} says so. */
  static void write(JsonGenerator json, @Nullable Child child) throws IOException {
    Child known = child == null ? new Child(0) : child;
    json.writeNumberField("exit_code", known.exitCode == null ? -1 : known.exitCode);
    long durationNs = known.endedNs < 0 ? 0 : known.endedNs - known.startedNs;
    json.writeNumberField("duration_ms", durationNs / NS_PER_MS);
    json.writeFieldName("stdout_payload");
    known.stdout.write(json);
    json.writeFieldName("stderr_payload");
    known.stderr.write(json);
    json.writeBooleanField("exit_known", known.exitCode != null);
  }

  /** Bytes of one stream, of which only a few are kept in memory. */
  private static final class Said {
    private final Blake3 hash = new Blake3();
    private final ByteArrayOutputStream first = new ByteArrayOutputStream(0);
    private @Nullable String digest;
    private long length;

    void add(byte[] bytes) {
      hash.update(bytes, 0, bytes.length);
      length += bytes.length;
      if (length <= PayloadJson.INLINE_BYTES) {
        first.write(bytes, 0, bytes.length);
      }
    }

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      String whole = digest == null ? hash.finish() : digest;
      digest = whole; // the hash starts anew when it is finished
      json.writeStringField("content_hash", whole);
      Optional<String> text =
          length <= PayloadJson.INLINE_BYTES ? Utf8.text(first.toByteArray()) : Optional.empty();
      if (text.isPresent()) {
        json.writeStringField("text", text.get());
      } else {
        json.writeNumberField("len_bytes", length);
      }
      json.writeEndObject();
    }
  }
}
