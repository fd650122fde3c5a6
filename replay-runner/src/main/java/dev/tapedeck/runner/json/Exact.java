package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a line's texts really are, where JSON or version 1 could not say it: see {@link TapeJson}. */
final class Exact {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, JsonNode> texts = new LinkedHashMap<>();

  /**
   * Takes them off the line.
   *
   * @throws IllegalArgumentException where they are not what they should be
   */
  static Exact of(ObjectNode line) {
    Exact exact = new Exact();
    JsonNode stated = line.remove("exact");
    if (stated == null) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> text : stated.properties()) {
      exact.texts.put(
          text.getKey(),
          text.getValue().isNull()
              ? NODES.nullNode()
              : NODES.textNode(Utf16.text(text.getValue().asText())));
    }
    return exact;
  }

  /** Puts them where they belong. */
  void apply(JsonNode root) {
    apply("", root);
  }

  /** Puts those where they belong that stand beneath the pointer, which names the node. */
  void apply(String pointer, JsonNode node) {
    for (Map.Entry<String, JsonNode> text : texts.entrySet()) {
      if (text.getKey().startsWith(pointer + "/")) {
        set(node, JsonPointer.compile(text.getKey().substring(pointer.length())), text.getValue());
      }
    }
  }

  private static void set(JsonNode root, JsonPointer pointer, JsonNode text) {
    JsonNode parent = root.at(pointer.head());
    String last = pointer.last().getMatchingProperty();
    int index = pointer.last().getMatchingIndex();
    if (parent instanceof ObjectNode object && object.has(last)) {
      object.set(last, text);
    } else if (parent instanceof ArrayNode array && index >= 0 && index < array.size()) {
      array.set(index, text);
    }
  }
}
