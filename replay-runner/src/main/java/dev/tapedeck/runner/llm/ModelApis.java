package dev.tapedeck.runner.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapedeck.runner.http.Exchange;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The known ways to talk to language models: a table that comes with the command, and before it that of
 * a file which {@code TAPEDECK_MODEL_APIS} names.
 */
public final class ModelApis {
  private static final String VARIABLE = "TAPEDECK_MODEL_APIS";

  private final List<ModelApi> all;

  private ModelApis(List<ModelApi> all) {
    this.all = all;
  }

  /** The table, with what the file adds. */
  public static ModelApis known(@Nullable String file) {
    List<ModelApi> all = new ArrayList<>();
    try {
      if (file != null && !file.isEmpty()) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
          read(in, file, all);
        }
      }
      try (InputStream in = ModelApis.class.getResourceAsStream("model-apis.json")) {
        if (in == null) {
          throw new IOException("the command lacks its table");
        }
        read(in, "model-apis.json", all);
      }
    } catch (IOException e) {
      throw new Trouble("cannot read the table of model APIs (" + VARIABLE + "): " + e, e);
    }
    return new ModelApis(all);
  }

  /** With the file that the environment names, if any. */
  public static ModelApis known() {
    return known(System.getenv(VARIABLE));
  }

  private static void read(InputStream in, String name, List<ModelApi> all) throws IOException {
    for (JsonNode row : new ObjectMapper().readTree(in)) {
      try {
        all.add(new ModelApi(
            row.path("provider").asText("?"),
            Pattern.compile(row.path("path").asText()),
            Dialect.valueOf(
                row.path("dialect").asText().toUpperCase(Locale.ROOT).replace('-', '_'))));
      } catch (PatternSyntaxException e) {
        throw new Trouble(name + ": not a pattern: " + row.path("path"), e);
      } catch (IllegalArgumentException e) {
        throw new Trouble(name + ": no such dialect: " + row.path("dialect"), e);
      }
    }
  }

  /** What was said, where the exchange was one with a model. */
  public Optional<LlmCall> call(Exchange exchange) {
    return all.stream()
        .filter(api -> api.isAskedBy(exchange))
        .findFirst()
        .map(api -> LlmCall.of(api, exchange));
  }
}
