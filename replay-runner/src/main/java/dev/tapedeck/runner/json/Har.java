package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.http.Exchange;
import dev.tapedeck.runner.http.Exchanges;
import dev.tapedeck.runner.http.Headers;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The exchanges of a tape as an HTTP archive, HAR 1.2, which browsers' developer tools open. */
public final class Har {
  private final JsonGenerator json;
  private final TapeClock clock;

  private Har(JsonGenerator json, TapeReader tape) {
    this.json = json;
    this.clock = new TapeClock(tape.header());
  }

  /** Writes all of them; returns how many. */
  public static int write(TapeReader tape, String version, OutputStream out) throws IOException {
    Exchanges exchanges = Exchanges.of(tape);
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      Har har = new Har(json, tape);
      json.writeStartObject();
      json.writeObjectFieldStart("log");
      json.writeStringField("version", "1.2");
      json.writeObjectFieldStart("creator");
      json.writeStringField("name", "tapedeck");
      json.writeStringField("version", version);
      json.writeEndObject();
      json.writeArrayFieldStart("pages");
      json.writeEndArray();
      json.writeArrayFieldStart("entries");
      for (Exchange exchange : exchanges.all()) {
        har.entry(exchange);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    return exchanges.all().size();
  }

  private void entry(Exchange exchange) throws IOException {
    long receiveMs = exchange.durationMs() - exchange.latencyMs();
    json.writeStartObject();
    json.writeStringField(
        "startedDateTime",
        Instant.ofEpochMilli(clock.wallMs(exchange.stampNs()) - exchange.latencyMs())
            .toString());
    json.writeNumberField("time", exchange.durationMs());
    request(exchange);
    response(exchange);
    json.writeObjectFieldStart("cache");
    json.writeEndObject();
    json.writeObjectFieldStart("timings");
    json.writeNumberField("send", 0);
    json.writeNumberField("wait", exchange.latencyMs());
    json.writeNumberField("receive", receiveMs);
    json.writeEndObject();
    Failure failure = exchange.failure();
    if (failure != null) {
      json.writeStringField("comment", failure.toString());
    }
    json.writeEndObject();
  }

  private void request(Exchange exchange) throws IOException {
    json.writeObjectFieldStart("request");
    json.writeStringField("method", exchange.method());
    json.writeStringField("url", exchange.uri());
    json.writeStringField("httpVersion", exchange.version());
    headers(exchange.requestHeaders());
    query(exchange.uri());
    json.writeNumberField("headersSize", -1);
    byte[] body = Exchange.whole(exchange.request());
    json.writeNumberField("bodySize", body.length);
    if (body.length > 0) {
      json.writeObjectFieldStart("postData");
      json.writeStringField("mimeType", exchange.requestHeaders().first("content-type"));
      json.writeStringField(
          "text", Utf8.text(body).orElseGet(() -> new String(body, StandardCharsets.ISO_8859_1)));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void response(Exchange exchange) throws IOException {
    json.writeObjectFieldStart("response");
    json.writeNumberField("status", Math.max(0, exchange.status()));
    json.writeStringField("statusText", exchange.reason());
    json.writeStringField("httpVersion", exchange.version());
    headers(exchange.headers());
    byte[] body = exchange.readable();
    json.writeObjectFieldStart("content");
    json.writeNumberField("size", body.length);
    json.writeStringField("mimeType", exchange.headers().first("content-type"));
    Optional<String> text = Utf8.text(body);
    if (text.isPresent()) {
      json.writeStringField("text", text.get());
    } else {
      json.writeStringField("text", Base64.getEncoder().encodeToString(body));
      json.writeStringField("encoding", "base64");
    }
    json.writeEndObject();
    json.writeStringField("redirectURL", exchange.headers().first("location"));
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", Exchange.length(exchange.response()));
    json.writeEndObject();
  }

  /** Cookies are left to their headers, where they are no more than digests. */
  private void headers(Headers headers) throws IOException {
    json.writeArrayFieldStart("cookies");
    json.writeEndArray();
    json.writeArrayFieldStart("headers");
    for (Headers.Header header : headers.all()) {
      pair(header.name(), header.value());
    }
    json.writeEndArray();
  }

  private void query(String uri) throws IOException {
    json.writeArrayFieldStart("queryString");
    int question = uri.indexOf('?');
    if (question >= 0) {
      int hash = uri.indexOf('#', question);
      for (String pair :
          uri.substring(question + 1, hash < 0 ? uri.length() : hash).split("&")) {
        int equals = pair.indexOf('=');
        pair(
            decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    json.writeEndArray();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException odd) {
      return text;
    }
  }

  private void pair(String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("value", value);
    json.writeEndObject();
  }
}
