package dev.tapedeck.runner.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model has said, gathered from one document or from many. */
final class Said {

  /** One tool that the model wants called. */
  static final class ToolCall {
    final String key;
    String name = "";
    final StringBuilder arguments = new StringBuilder();

    ToolCall(String key) {
      this.key = key;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<ToolCall> calls = new ArrayList<>();
  private @Nullable String model;
  private @Nullable String finish;
  private long tokensIn = -1;
  private long tokensOut = -1;

  void model(JsonNode name) {
    model = name.isTextual() ? name.asText() : model;
  }

  void finish(JsonNode reason) {
    finish = reason.isTextual() ? reason.asText() : finish;
  }

  void tokens(JsonNode in, JsonNode out) {
    tokensIn = in.isNumber() ? in.asLong() : tokensIn;
    tokensOut = out.isNumber() ? out.asLong() : tokensOut;
  }

  void says(JsonNode piece) {
    if (piece.isTextual()) {
      text.append(piece.asText());
    }
  }

  /** A tool, or a further piece of its arguments; the key tells tools of one answer apart. */
  void calls(String key, JsonNode name, JsonNode arguments) {
    ToolCall last = calls.isEmpty() ? null : calls.get(calls.size() - 1);
    ToolCall call = last;
    if (call == null || !call.key.equals(key) || key.isEmpty()) {
      call = new ToolCall(key);
      calls.add(call);
    }
    call.name = name.isTextual() ? name.asText() : call.name;
    if (!arguments.isMissingNode() && !arguments.isNull()) {
      call.arguments.append(arguments.isTextual() ? arguments.asText() : arguments.toString());
    }
  }

  String text() {
    return text.toString();
  }

  List<ToolCall> calls() {
    return calls;
  }

  @Nullable
  String model() {
    return model;
  }

  @Nullable
  String finish() {
    return finish;
  }

  /** -1 where the answer does not say. */
  long tokensIn() {
    return tokensIn;
  }

  /** -1 where the answer does not say. */
  long tokensOut() {
    return tokensOut;
  }
}
