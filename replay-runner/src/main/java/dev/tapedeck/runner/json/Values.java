package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes values out of a line, which may hold anything instead. */
final class Values {
  private Values() {}

  static long number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    throw missing(name);
  }

  /** A number from 0 on, as ids are. */
  static int id(JsonNode object, String name) {
    long number = number(object, name);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw missing(name);
    }
    return (int) number;
  }

  static boolean truth(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    throw missing(name);
  }

  static String text(JsonNode object, String name) {
    String text = textOrNull(object.path(name), name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  static @Nullable String textOrNull(JsonNode object, String name, boolean mayMiss) {
    return mayMiss && !object.has(name) ? null : textOrNull(object.path(name), name);
  }

  static @Nullable String textOrNull(JsonNode value, String name) {
    if (value.isNull()) {
      return null;
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    throw missing(name);
  }

  static @Nullable List<@Nullable String> texts(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isNull()) {
      return null;
    }
    if (!value.isArray()) {
      throw missing(name);
    }
    List<@Nullable String> texts = new ArrayList<>(value.size());
    for (JsonNode text : value) {
      texts.add(textOrNull(text, name));
    }
    return Collections.unmodifiableList(texts);
  }

  static NotWhole missing(String name) {
    return new NotWhole("it says nothing of '" + name + "', or nothing that can be");
  }
}
