package dev.tapedeck.runner.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.http.Exchange;
import dev.tapedeck.runner.http.ExchangeTape;
import dev.tapedeck.runner.http.Exchanges;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given what a model's API was asked and what it answered, the call says who was asked and what was said. */
class LlmCallTest {
  private static final String EVENTS = "text/event-stream";
  private static final String JSON = "application/json";

  @TempDir
  Path base;

  @Test
  void chatCompletion() {
    LlmCall call = call(
        "https://api.openai.com/v1/chat/completions",
        "{\"model\":\"m\",\"user\":\"x\",\"messages\":[]}",
        JSON,
        "{\"model\":\"m-1\",\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"content\":\"well\",",
        "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"a\\\":1}\"}}]}}],",
        "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7}}");
    is(call, "openai", "m-1", "well", "tool_calls", 11, 7, false);
    assertThat(call.tools()).containsExactly(new LlmCall.Tool("add", "{\"a\":1}"));
    assertThat(new String(call.canonical(), UTF_8)).isEqualTo("{\"messages\":[],\"model\":\"m\"}");
  }

  @Test
  void chatCompletionStreamed() {
    LlmCall call = call(
        "http://127.0.0.1:1234/v1/chat/completions",
        "{\"stream\":true,\"model\":\"m\"}",
        EVENTS,
        "data: {\"model\":\"m-1\",\"choices\":[{\"delta\":{\"content\":\"he\"}}]}\n\nda",
        "ta: {\"choices\":[{\"delta\":{\"content\":\"llo\",\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\"}}]}}]}\n\n",
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"}\"}}]},\"finish_reason\":\"stop\"}]}\n\n",
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\ndata: [DONE]\n\n");
    is(call, "openai", "m-1", "hello", "stop", 3, 2, true);
    assertThat(call.tools()).containsExactly(new LlmCall.Tool("add", "{}"));
  }

  @Test
  void responses() {
    String whole =
        "{\"model\":\"m-2\",\"status\":\"completed\",\"usage\":{\"input_tokens\":5,\"output_tokens\":6},"
            + "\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"yes\"}]},"
            + "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"look\",\"arguments\":\"{}\"}]}";
    LlmCall plain = call("https://api.openai.com/v1/responses", "{\"model\":\"m\"}", JSON, whole);
    is(plain, "openai", "m-2", "yes", "completed", 5, 6, false);
    LlmCall streamed = call(
        "https://api.openai.com/v1/responses",
        "{\"model\":\"m\"}",
        EVENTS,
        "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"model\":\"m-2\",\"output\":[]}}\n\n",
        "event: x\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"ye\"}\n\n",
        "data: {\"type\":\"response.completed\",\"response\":" + whole + "}\n\n");
    is(streamed, "openai", "m-2", "yes", "completed", 5, 6, true);
    assertThat(streamed.tools()).containsExactly(new LlmCall.Tool("look", "{}"));
  }

  @Test
  void messages() {
    LlmCall plain = call(
        "https://api.anthropic.com/v1/messages",
        "{\"model\":\"c\"}",
        JSON,
        "{\"model\":\"c-1\",\"stop_reason\":\"tool_use\",\"content\":[{\"type\":\"text\",\"text\":\"so\"},"
            + "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"find\",\"input\":{\"q\":1}}],"
            + "\"usage\":{\"input_tokens\":8,\"output_tokens\":9}}");
    is(plain, "anthropic", "c-1", "so", "tool_use", 8, 9, false);
    assertThat(plain.tools()).containsExactly(new LlmCall.Tool("find", "{\"q\":1}"));
    LlmCall streamed = call(
        "https://api.anthropic.com/v1/messages",
        "{\"model\":\"c\",\"stream\":true}",
        EVENTS,
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"c-1\",\"content\":[],\"usage\":{\"input_tokens\":8,\"output_tokens\":1}}}\n\n",
        "data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n",
        "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"so\"}}\n\n",
        "data: {\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"find\",\"input\":{}}}\n\n",
        "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"q\\\":\"}}\n\n",
        "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"1}\"}}\n\n",
        "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":9}}\n\n");
    is(streamed, "anthropic", "c-1", "so", "tool_use", 8, 9, true);
    assertThat(streamed.tools()).containsExactly(new LlmCall.Tool("find", "{\"q\":1}"));
  }

  @Test
  void gemini() {
    String part =
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"},{\"functionCall\":{\"name\":\"f\",\"args\":{\"x\":2}}}]},"
            + "\"finishReason\":\"STOP\"}],\"modelVersion\":\"g-1\",\"usageMetadata\":{\"promptTokenCount\":4,\"candidatesTokenCount\":5}}";
    LlmCall plain =
        call("https://h/v1beta/models/g:generateContent", "{\"contents\":[]}", JSON, part);
    is(plain, "gemini", "g-1", "a", "STOP", 4, 5, false);
    assertThat(plain.tools()).containsExactly(new LlmCall.Tool("f", "{\"x\":2}"));
    LlmCall streamed = call(
        "https://h/v1beta/models/g:streamGenerateContent",
        "{}",
        JSON,
        "[" + part + ",",
        part + "]");
    is(streamed, "gemini", "g-1", "aa", "STOP", 4, 5, true);
  }

  @Test
  void ollama() {
    LlmCall call = call(
        "http://localhost:11434/api/chat",
        "{\"model\":\"o\",\"stream\":true}",
        "application/x-ndjson",
        "{\"model\":\"o\",\"message\":{\"content\":\"on\"}}\n",
        "{\"model\":\"o\",\"message\":{\"content\":\"e\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":2,\"eval_count\":1}\n");
    is(call, "ollama", "o", "one", "stop", 2, 1, true);
  }

  @Test
  void anAnswerThatWasCutOffSaysWhatItSaid() {
    LlmCall call = call(
        "http://h/v1/chat/completions",
        "{\"model\":\"m\"}",
        EVENTS,
        "data: {\"choices\":[{\"delta\":{\"content\":\"he\"}}]}\n\ndata: {\"cho");
    is(call, "openai", "m", "he", "", -1, -1, true);
  }

  @Test
  void whatElseIsAskedIsNoCall() {
    assertThat(asked(ModelApis.known(null), "http://h/orders", "{}", JSON, "{}"))
        .isEmpty();
  }

  @Test
  void aFileAddsToTheTable() throws Exception {
    Path file = Files.writeString(
        base.resolve("apis.json"),
        "[{\"provider\":\"ours\",\"path\":\"/llm/.*\",\"dialect\":\"openai-chat\"}]");
    assertThat(asked(
            ModelApis.known(file.toString()), "http://h/llm/x", "{\"model\":\"z\"}", JSON, "{}"))
        .get()
        .satisfies(call -> assertThat(call.provider() + " " + call.model()).isEqualTo("ours z"));
  }

  private LlmCall call(String uri, String body, String type, String... pieces) {
    return asked(ModelApis.known(null), uri, body, type, pieces).orElseThrow();
  }

  private Optional<LlmCall> asked(
      ModelApis apis, String uri, String body, String type, String... pieces) {
    Exchanges exchanges =
        Exchanges.of(new ExchangeTape(base).asked(uri, body, type, pieces).read());
    Exchange exchange = exchanges.all().iterator().next();
    return apis.call(exchange);
  }

  private static void is(
      LlmCall call,
      String provider,
      String model,
      String text,
      String finish,
      long in,
      long out,
      boolean streamed) {
    assertThat(call.provider()).isEqualTo(provider);
    assertThat(call.model()).isEqualTo(model);
    assertThat(call.text()).isEqualTo(text);
    assertThat(call.finish()).isEqualTo(finish);
    assertThat(call.tokensIn()).isEqualTo(in);
    assertThat(call.tokensOut()).isEqualTo(out);
    assertThat(call.isStreamed()).isEqualTo(streamed);
  }
}
