package dev.tapedeck.runner.llm;

import com.fasterxml.jackson.databind.JsonNode;

/** How a model's answer says what it says; an answer may come in several documents. */
enum Dialect {
  OPENAI_CHAT {
    @Override
    void read(JsonNode part, Said said) {
      said.model(part.path("model"));
      tokens(part.path("usage"), "prompt_tokens", "completion_tokens", said);
      for (JsonNode choice : part.path("choices")) {
        said.finish(choice.path("finish_reason"));
        JsonNode message = choice.has("message") ? choice.path("message") : choice.path("delta");
        said.says(message.path("content"));
        for (JsonNode call : message.path("tool_calls")) {
          JsonNode function = call.path("function");
          said.calls(
              call.path("index").asText(call.path("id").asText()),
              function.path("name"),
              function.path("arguments"));
        }
      }
    }
  },
  OPENAI_RESPONSES {
    @Override
    void read(JsonNode part, Said said) {
      String type = part.path("type").asText();
      if (type.startsWith("response.") && !part.has("response")) {
        return; // pieces of what the last document holds whole
      }
      JsonNode response = part.has("response") ? part.path("response") : part;
      said.model(response.path("model"));
      tokens(response.path("usage"), "input_tokens", "output_tokens", said);
      if (part.has("response") && !type.endsWith("completed") && !type.endsWith("incomplete")) {
        return;
      }
      JsonNode why = response.path("incomplete_details").path("reason");
      said.finish(why.isTextual() ? why : response.path("status"));
      for (JsonNode item : response.path("output")) {
        if (item.path("type").asText().equals("function_call")) {
          said.calls(item.path("call_id").asText(), item.path("name"), item.path("arguments"));
        }
        for (JsonNode content : item.path("content")) {
          said.says(content.path("text"));
        }
      }
    }
  },
  ANTHROPIC {
    @Override
    void read(JsonNode part, Said said) {
      JsonNode message = part.has("message") ? part.path("message") : part;
      said.model(message.path("model"));
      tokens(message.path("usage"), "input_tokens", "output_tokens", said);
      said.finish(message.path("stop_reason"));
      said.finish(part.path("delta").path("stop_reason"));
      for (JsonNode content : message.path("content")) {
        block("", content, said);
      }
      String index = part.path("index").asText();
      block(index, part.path("content_block"), said);
      said.says(part.path("delta").path("text"));
      if (part.path("delta").has("partial_json")) {
        said.calls(index, part.path("none"), part.path("delta").path("partial_json"));
      }
    }

    private void block(String index, JsonNode content, Said said) {
      said.says(content.path("text"));
      if (content.path("type").asText().equals("tool_use")) {
        JsonNode input = content.path("input");
        said.calls(
            index.isEmpty() ? content.path("id").asText() : index,
            content.path("name"),
            input.isEmpty() ? content.path("none") : input);
      }
    }
  },
  GEMINI {
    @Override
    void read(JsonNode part, Said said) {
      said.model(part.path("modelVersion"));
      tokens(part.path("usageMetadata"), "promptTokenCount", "candidatesTokenCount", said);
      for (JsonNode candidate : part.path("candidates")) {
        said.finish(candidate.path("finishReason"));
        for (JsonNode content : candidate.path("content").path("parts")) {
          said.says(content.path("text"));
          JsonNode call = content.path("functionCall");
          if (call.isObject()) {
            said.calls("", call.path("name"), call.path("args"));
          }
        }
      }
    }
  },
  OLLAMA {
    @Override
    void read(JsonNode part, Said said) {
      said.model(part.path("model"));
      tokens(part, "prompt_eval_count", "eval_count", said);
      said.finish(part.path("done_reason"));
      said.says(part.path("response"));
      said.says(part.path("message").path("content"));
      for (JsonNode call : part.path("message").path("tool_calls")) {
        said.calls("", call.path("function").path("name"), call.path("function").path("arguments"));
      }
    }
  };

  /** Takes from one document of the answer what it says. */
  abstract void read(JsonNode part, Said said);

  private static void tokens(JsonNode usage, String in, String out, Said said) {
    said.tokens(usage.path(in), usage.path(out));
  }
}
