package dev.tapedeck.runner.json;

import dev.tapedeck.runner.http.Exchange;
import dev.tapedeck.runner.http.Headers;
import dev.tapedeck.runner.llm.LlmCall;
import dev.tapedeck.runner.llm.ModelApis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An exchange with its bodies; one with a language model has the fields of {@code llm_call} in front. */
final class ExchangeJson {
  private static final ModelApis MODELS = ModelApis.known();
  private static final long NS_PER_MS = 1_000_000;

  private ExchangeJson() {}

  /** The name of the kind as which it is shown. */
  static String kind(Exchange exchange) {
    return MODELS.call(exchange).isPresent() ? "llm_call" : "http_exchange";
  }

  /** Writes all fields of the kind but its name. */
  static void write(TapeJson json, Exchange exchange) throws IOException {
    Optional<LlmCall> call = MODELS.call(exchange);
    if (call.isPresent()) {
      call(json, call.get(), exchange);
    }
    json.writeStringField("client", exchange.client());
    json.writeStringField("protocol", exchange.version());
    json.writeStringField("method", exchange.method());
    json.writeStringField("uri", exchange.uri());
    headers(json, "request_headers", exchange.requestHeaders());
    body(json, "request_body", exchange.request());
    json.writeNumberField("status", exchange.status());
    json.writeStringField("reason", exchange.reason());
    headers(json, "headers", exchange.headers());
    body(json, "body", exchange.response());
    json.writeArrayFieldStart("chunks");
    for (Exchange.Piece piece : exchange.response()) {
      json.writeStartObject();
      json.writeNumberField("after_ms", (piece.stampNs() - exchange.stampNs()) / NS_PER_MS);
      json.writeNumberField("len_bytes", piece.bytes().length());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("whole", exchange.isWhole());
    json.writeNumberField("latency_ms", exchange.latencyMs());
    json.writeNumberField("duration_ms", exchange.durationMs());
    json.writeNumberField("exchange", exchange.number());
  }

  private static void call(TapeJson json, LlmCall call, Exchange exchange) throws IOException {
    json.writeStringField("request_digest", Blake3.of(call.canonical()));
    body(json, "response", exchange.response());
    json.writeStringField("provider", call.provider());
    json.writeStringField("model", call.model());
    amount(json, "tokens_in", call.tokensIn());
    amount(json, "tokens_out", call.tokensOut());
    json.writeStringField("finish_reason", call.finish());
    json.writeBooleanField("streamed", call.isStreamed());
    json.writeStringField("text", call.text());
    json.writeArrayFieldStart("tool_calls");
    for (LlmCall.Tool tool : call.tools()) {
      json.writeStartObject();
      json.writeStringField("name", tool.name());
      json.writeStringField("arguments", tool.arguments());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void amount(TapeJson json, String name, long amount) throws IOException {
    if (amount < 0) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, amount);
    }
  }

  private static void headers(TapeJson json, String name, Headers headers) throws IOException {
    json.writeArrayFieldStart(name);
    for (Headers.Header header : headers.all()) {
      json.writeStartObject();
      json.writeStringField("name", header.name());
      json.writeStringField("value", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void body(TapeJson json, String name, List<Exchange.Piece> pieces)
      throws IOException {
    json.writeFieldName(name);
    PayloadJson.write(json, pieces.stream().map(Exchange.Piece::bytes).toList());
  }
}
