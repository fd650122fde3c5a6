package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.FieldType;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DefinitionsJson} wrote, onto a tape. */
final class DefinitionsReader {
  private static final int LARGEST_KIND = 99;

  private final TapeWriter tape;
  private final Exact exact;
  private final Map<Integer, Kind> kinds = new HashMap<>();

  DefinitionsReader(TapeWriter tape, Exact exact) {
    this.tape = tape;
    this.exact = exact;
  }

  /** All of them; returns the kinds by id. */
  Map<Integer, Kind> read(JsonLines header) {
    try {
      LineParser.elements(header, DefinitionsJson.NAME, this::define);
    } catch (NotWhole | IllegalArgumentException e) {
      throw header.trouble("the definitions are damaged: " + e.getMessage());
    }
    tape.defineKinds(List.copyOf(kinds.values()));
    return kinds;
  }

  private void define(String array, int index, JsonNode element) {
    exact.apply("/" + DefinitionsJson.NAME + "/" + array + "/" + index, element);
    switch (array) {
      case "kinds" -> kind(element);
      case "lanes" ->
        tape.defineLane(
            id(element, 0),
            integer(element, 1),
            integer(element, 2),
            orNull(element, 3),
            number(element, 4));
      case "sites" ->
        tape.defineSite(new Site(
            id(element, 0),
            text(element, 1),
            text(element, 2),
            text(element, 3),
            integer(element, 4),
            integer(element, 5)));
      case "classes" ->
        tape.defineClass(new ClassInfo(
            text(element, 0),
            text(element, 1),
            integer(element, 2),
            truth(element, 3),
            orNull(element, 4)));
      case "notes" -> tape.note(new Note(text(element, 0), text(element, 1)));
      case "method_orders" ->
        tape.methodOrder(new MethodOrder(text(element, 0), truth(element, 1), text(element, 2)));
      default -> {} // A newer Tapedeck may know more.
    }
  }

  private void kind(JsonNode element) {
    int id = id(element, 0);
    if (id < 1 || id > LARGEST_KIND) {
      throw new NotWhole("there is no kind " + id);
    }
    kinds.put(id, new Kind(id, text(element, 1), fields(element.path(2)), fields(element.path(3))));
  }

  private static List<Field> fields(JsonNode array) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : array) {
      fields.add(new Field(text(field, 0), FieldType.valueOf(text(field, 1))));
    }
    return List.copyOf(fields);
  }

  private static int id(JsonNode element, int at) {
    int id = integer(element, at);
    if (id < 0) {
      throw new NotWhole("an id is negative");
    }
    return id;
  }

  private static int integer(JsonNode element, int at) {
    long number = number(element, at);
    if (number != (int) number) {
      throw new NotWhole("a number is too large");
    }
    return (int) number;
  }

  private static long number(JsonNode element, int at) {
    JsonNode value = element.path(at);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    throw new NotWhole("a number is missing");
  }

  private static boolean truth(JsonNode element, int at) {
    if (element.path(at).isBoolean()) {
      return element.path(at).booleanValue();
    }
    throw new NotWhole("true or false is missing");
  }

  private static @Nullable String orNull(JsonNode element, int at) {
    return Values.textOrNull(element.path(at), "text");
  }

  private static String text(JsonNode element, int at) {
    String text = orNull(element, at);
    if (text == null) {
      throw new NotWhole("a text is missing");
    }
    return text;
  }
}
