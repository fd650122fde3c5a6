package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.run.FrameText;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exception with its causes, and the frames as Java prints them. */
final class FailureJson {
  private FailureJson() {}

  static void write(JsonGenerator json, @Nullable Crash crash) throws IOException {
    if (crash == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("thread", crash.thread());
    json.writeFieldName("failure");
    write(json, crash.failure());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Failure failure) throws IOException {
    json.writeStartObject();
    json.writeStringField("class", failure.className());
    json.writeStringField("message", failure.message());
    for (Map.Entry<String, @Nullable String> field : failure.fields().entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    Failure cause = failure.cause();
    if (cause != null) {
      json.writeFieldName("cause");
      write(json, cause);
    }
    if (!failure.suppressed().isEmpty()) {
      json.writeArrayFieldStart("suppressed");
      for (Failure suppressed : failure.suppressed()) {
        write(json, suppressed);
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("frames");
    for (Frame frame : failure.frames()) {
      json.writeString(FrameText.of(frame));
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
