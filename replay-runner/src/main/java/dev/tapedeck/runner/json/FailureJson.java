package dev.tapedeck.runner.json;

import dev.tapedeck.runner.run.FrameText;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception with its causes, and the frames as Java prints them. */
final class FailureJson {
  private static final Set<String> OWN =
      Set.of("class", "message", "cause", "suppressed", "frames", "fields", "stack");

  private FailureJson() {}

  static void write(TapeJson json, @Nullable Crash crash) throws IOException {
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

  static void write(TapeJson json, Failure failure) throws IOException {
    json.writeStartObject();
    json.writeStringField("class", failure.className());
    json.writeStringField("message", failure.message());
    for (Map.Entry<String, @Nullable String> field : failure.fields().entrySet()) {
      if (!OWN.contains(field.getKey())) {
        json.writeStringField(field.getKey(), field.getValue());
      }
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
    if (json.isWhole()) {
      exactly(json, failure);
    }
    json.writeEndObject();
  }

  /** What the lines of a stack trace leave out, and the fields once more, where no name is in their way. */
  private static void exactly(TapeJson json, Failure failure) throws IOException {
    json.writeObjectFieldStart("fields");
    for (Map.Entry<String, @Nullable String> field : failure.fields().entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("stack");
    for (Frame frame : failure.frames()) {
      json.writeStartArray();
      json.writeString(frame.className());
      json.writeString(frame.methodName());
      json.writeString(frame.fileName());
      json.writeNumber(frame.lineNumber());
      json.writeString(frame.moduleName());
      json.writeString(frame.moduleVersion());
      json.writeString(frame.classLoaderName());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
