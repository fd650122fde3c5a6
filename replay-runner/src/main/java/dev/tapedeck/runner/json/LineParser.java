package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;

/** Parses lines that anybody may have written: depth and lengths are bounded. */
final class LineParser {
  private static final int DEEPEST = 500;
  private static final int LONGEST_NAME = 1 << 20;
  private static final int LONGEST_TEXT = 1 << 28;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNameLength(LONGEST_NAME)
          .maxStringLength(LONGEST_TEXT)
          .build())
      // Names of the program's own would else be kept for ever.
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .build();

  /** For what stands within a line. */
  private static final ObjectMapper PARTS = new ObjectMapper(FACTORY);

  private static final ObjectMapper LINES =
      new ObjectMapper(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private LineParser() {}

  /** The line, which must be one object. */
  static ObjectNode object(JsonLines lines) {
    return parsed(lines, () -> {
      JsonNode node = LINES.readTree(lines.line(), 0, lines.length());
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw lines.trouble("the line is no JSON object");
    });
  }

  /** A line that has been parsed before, and is kept as a text. */
  static JsonNode part(String line) {
    try {
      return PARTS.readTree(line);
    } catch (JsonProcessingException e) {
      throw new NotWhole("it does not parse: " + firstLine(e.getOriginalMessage()));
    }
  }

  /** The line, which must be one object, without the value of one field, which may be large. */
  static ObjectNode objectWithout(String field, JsonLines lines) {
    return parsed(lines, () -> {
      try (JsonParser parser = PARTS.createParser(lines.line(), 0, lines.length())) {
        ObjectNode object = PARTS.createObjectNode();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw lines.trouble("the line is no JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (name.equals(field)) {
            parser.skipChildren();
            object.putNull(name);
          } else {
            object.set(name, parser.readValueAsTree());
          }
        }
        if (parser.nextToken() != null) {
          throw lines.trouble("the line does not parse: something stands behind the object");
        }
        return object;
      }
    });
  }

  /** What is done with each element of an array. */
  interface Element {
    void take(String array, int index, JsonNode element);
  }

  /** Goes through the arrays of the object that the field holds. */
  static void elements(JsonLines lines, String field, Element element) {
    parsed(lines, () -> {
      try (JsonParser parser = PARTS.createParser(lines.line(), 0, lines.length())) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = parser.currentName().equals(field);
          JsonToken value = parser.nextToken();
          if (wanted && value == JsonToken.START_OBJECT) {
            arrays(parser, element);
          } else {
            parser.skipChildren();
          }
        }
        return field;
      }
    });
  }

  private static void arrays(JsonParser parser, Element element) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String array = parser.currentName();
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        element.take(array, i, parser.readValueAsTree());
      }
    }
  }

  private interface Parsing<T> {
    T parse() throws IOException;
  }

  private static <T> T parsed(JsonLines lines, Parsing<T> parsing) {
    try {
      return parsing.parse();
    } catch (JsonProcessingException e) {
      throw new Trouble(
          lines.place() + ": the line does not parse: " + firstLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new Trouble(lines.place() + ": the line does not parse: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new Trouble(
          lines.place() + ": the line is too large for the memory there is: give java more"
              + " with -Xmx",
          e);
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
