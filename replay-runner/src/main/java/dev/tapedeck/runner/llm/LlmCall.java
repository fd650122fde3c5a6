package dev.tapedeck.runner.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapedeck.runner.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One question to a language model, and what it said.
 *
 * @param canonical the request without what varies between equal questions, its fields in order: what the digest is of
 * @param finish why the model stopped; empty where it does not say
 * @param tokensIn of the question; -1 where the answer does not say
 * @param tokensOut of the answer; -1 where the answer does not say
 */
public record LlmCall(
    String provider,
    String model,
    byte[] canonical,
    boolean isStreamed,
    String text,
    String finish,
    long tokensIn,
    long tokensOut,
    List<Tool> tools) {

  /** A tool that the model wants called, with its arguments as JSON. */
  public record Tool(String name, String arguments) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final List<String> VOLATILE =
      List.of("user", "metadata", "request_id", "safety_identifier", "prompt_cache_key");
  private static final Pattern MODEL_IN_PATH = Pattern.compile("/models/([^/:]+)");

  static LlmCall of(ModelApi api, Exchange exchange) {
    byte[] asked = Exchange.whole(exchange.request());
    JsonNode request = tree(asked);
    String answered = new String(exchange.readable(), StandardCharsets.UTF_8);
    Said said = new Said();
    boolean isEvents =
        exchange.headers().first("content-type").contains("event-stream") || isEvents(answered);
    if (isEvents) {
      events(answered, api.dialect(), said);
    } else {
      documents(answered, api.dialect(), said);
    }
    String heard = said.model();
    String reason = said.finish();
    return new LlmCall(
        api.provider(),
        heard == null ? model(request, exchange.uri()) : heard,
        canonical(request, asked),
        isEvents || request.path("stream").asBoolean() || exchange.uri().contains(":stream"),
        said.text(),
        reason == null ? "" : reason,
        said.tokensIn(),
        said.tokensOut(),
        said.calls().stream()
            .map(call -> new Tool(call.name, call.arguments.toString()))
            .toList());
  }

  private static String model(JsonNode request, String uri) {
    Matcher inPath = MODEL_IN_PATH.matcher(uri);
    return request.path("model").isTextual()
        ? request.path("model").asText()
        : inPath.find() ? inPath.group(1) : "";
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  /** RFC 8785 in so far as it matters: fields in order, no spaces. */
  private static byte[] canonical(JsonNode request, byte[] asked) {
    if (!(request instanceof ObjectNode fields)) {
      return asked;
    }
    ObjectNode kept = fields.deepCopy();
    kept.remove(VOLATILE);
    try {
      return JSON.writeValueAsBytes(JSON.treeToValue(kept, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isEvents(String answered) {
    return answered.startsWith("data:") || answered.startsWith("event:");
  }

  /** Server-sent events: each {@code data:} is a document. */
  private static void events(String answered, Dialect dialect, Said said) {
    for (String line : answered.split("\r\n|\n|\r")) {
      if (line.startsWith("data:")) {
        JsonNode part = tree(line.substring("data:".length()).getBytes(StandardCharsets.UTF_8));
        if (part.isObject()) {
          dialect.read(part, said);
        }
      }
    }
  }

  /** One document, an array of them, or one a line. */
  private static void documents(String answered, Dialect dialect, Said said) {
    try (MappingIterator<JsonNode> parts = JSON.readerFor(JsonNode.class).readValues(answered)) {
      while (parts.hasNextValue()) {
        JsonNode part = parts.nextValue();
        if (part.isArray()) {
          part.forEach(one -> dialect.read(one, said));
        } else {
          dialect.read(part, said);
        }
      }
    } catch (IOException cutOrNotJson) {
      // what was understood until then is told
    }
  }
}
