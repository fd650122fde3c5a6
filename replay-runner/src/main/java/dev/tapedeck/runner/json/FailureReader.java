package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FailureJson} wrote on a whole tape. */
final class FailureReader {
  private static final int FRAME = 7;

  private FailureReader() {}

  static @Nullable Crash crash(JsonNode crash) {
    return crash.isNull() || crash.isMissingNode()
        ? null
        : new Crash(Values.text(crash, "thread"), failure(crash.path("failure")));
  }

  static Failure failure(JsonNode failure) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : failure.path("fields").properties()) {
      fields.put(field.getKey(), Values.textOrNull(field.getValue(), field.getKey()));
    }
    List<Failure> suppressed = new ArrayList<>();
    for (JsonNode other : failure.path("suppressed")) {
      suppressed.add(failure(other));
    }
    if (!failure.path("stack").isArray()) {
      throw Values.missing("stack");
    }
    List<Frame> frames = new ArrayList<>();
    for (JsonNode frame : failure.path("stack")) {
      frames.add(frame(frame));
    }
    return new Failure(
        Values.text(failure, "class"),
        Values.textOrNull(failure.path("message"), "message"),
        fields,
        failure.has("cause") ? failure(failure.path("cause")) : null,
        suppressed,
        frames);
  }

  private static Frame frame(JsonNode frame) {
    if (frame.size() != FRAME || !frame.path(3).canConvertToInt()) {
      throw Values.missing("stack");
    }
    String className = text(frame, 0);
    String method = text(frame, 1);
    if (className == null || method == null) {
      throw Values.missing("stack");
    }
    return new Frame(
        className,
        method,
        text(frame, 2),
        frame.path(3).intValue(),
        text(frame, 4),
        text(frame, 5),
        text(frame, 6));
  }

  private static @Nullable String text(JsonNode frame, int at) {
    return Values.textOrNull(frame.path(at), "stack");
  }
}
