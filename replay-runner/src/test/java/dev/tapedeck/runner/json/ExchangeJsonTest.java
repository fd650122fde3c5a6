package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapedeck.runner.http.ExchangeTape;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given exchanges whose bodies stand on the tape in pieces, a record and an archive's entry hold them whole. */
class ExchangeJsonTest {
  @TempDir
  Path base;

  private TapeReader tape() {
    return new ExchangeTape(base)
        .asked("http://h:80/orders?page=2", "{\"a\":1}", "text/plain", "on", "e")
        .asked("http://h:80/v1/chat/completions", "{\"model\":\"m\"}", "application/json", "{}")
        .read();
  }

  @Test
  void aRecordHoldsTheWholeExchange() throws Exception {
    JsonNode kind = records("http_exchange").get(0).path("kind");
    assertThat(kind.path("kind").asText()).isEqualTo("http_exchange");
    assertThat(kind.path("uri").asText()).isEqualTo("http://h:80/orders?page=2");
    assertThat(kind.path("request_body").path("text").asText()).isEqualTo("{\"a\":1}");
    assertThat(kind.path("body").path("text").asText()).isEqualTo("one");
    assertThat(kind.path("chunks"))
        .hasToString("[{\"after_ms\":5,\"len_bytes\":2},{\"after_ms\":10,\"len_bytes\":1}]");
    assertThat(kind.path("whole").asBoolean()).isTrue();
    assertThat(kind.path("latency_ms").asLong()).isEqualTo(10);
  }

  @Test
  void anExchangeWithAModelIsShownAsSuch() throws Exception {
    List<JsonNode> calls = records("llm_call");
    assertThat(calls).hasSize(1);
    JsonNode kind = calls.get(0).path("kind");
    assertThat(kind.path("kind").asText()).isEqualTo("llm_call");
    assertThat(kind.path("request_digest").asText())
        .isEqualTo(Blake3.of("{\"model\":\"m\"}".getBytes(UTF_8)));
    assertThat(kind.path("response").path("text").asText()).isEqualTo("{}");
    assertThat(kind.path("model").asText()).isEqualTo("m");
    assertThat(kind.path("tokens_in").isNull()).isTrue();
  }

  @Test
  void anArchiveHasAnEntryForEach() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(Har.write(tape(), "1", out)).isEqualTo(2);
    JsonNode log = new ObjectMapper().readTree(out.toByteArray()).path("log");
    assertThat(log.path("version").asText()).isEqualTo("1.2");
    JsonNode entry = log.path("entries").get(0);
    assertThat(entry.path("startedDateTime").asText()).endsWith("Z");
    assertThat(entry.path("time").asLong()).isEqualTo(20);
    assertThat(entry.path("request").path("queryString"))
        .hasToString("[{\"name\":\"page\",\"value\":\"2\"}]");
    assertThat(entry.path("request").path("postData").path("text").asText()).isEqualTo("{\"a\":1}");
    assertThat(entry.path("response").path("content").path("text").asText()).isEqualTo("one");
    assertThat(entry.path("timings").path("receive").asLong()).isEqualTo(10);
  }

  private List<JsonNode> records(String kind) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TapeReader tape = tape();
    Selection selection = new Selection(List.of(), List.of(kind), List.of());
    selection.check(tape);
    JsonTape.of(tape, selection).write(out);
    List<JsonNode> records = new ArrayList<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      JsonNode record = new ObjectMapper().readTree(line);
      if (record.path("type").asText().equals("record")
          && !record.path("kind").path("kind").asText().equals("run_end")) {
        records.add(record);
      }
    }
    return records;
  }
}
