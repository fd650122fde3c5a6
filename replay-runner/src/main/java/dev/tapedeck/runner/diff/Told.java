package dev.tapedeck.runner.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapedeck.runner.diff.Mode.Strictness;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of an event that counts, and its name. */
record Told(String name, @Nullable Object value) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Places in an order: one more event would change all that follow. */
  private static final Set<String> PLACES = Set.of("place", "at", "exchange");

  private static final Set<String> TIMES = Set.of(
      "duration_ns",
      "timeout_ns",
      "latency_ns",
      "start_time",
      "pid",
      "value_ms",
      "duration_ms",
      "value_ns");

  private static final Set<String> TIMED_HEADERS =
      Set.of("date", "expires", "last-modified", "age");

  /** What was asked and what was answered. */
  static List<Told> of(Event event, Strictness strictness) {
    if (Verbatim.isVerbatim(event)) {
      return verbatim(event, strictness);
    }
    List<Told> told = new ArrayList<>();
    boolean exact = strictness == Strictness.EXACT;
    if (!exact && Kinds.isClock(event.kind().id())) {
      return told;
    }
    add(told, event.kind().question(), event.question(), exact);
    add(told, event.kind().answer(), event.answer(), exact);
    return told;
  }

  private static void add(
      List<Told> told, List<Field> fields, @Nullable Object[] values, boolean exact) {
    for (int i = 0; i < values.length && i < fields.size(); i++) {
      String name = fields.get(i).name();
      if (PLACES.contains(name) || (!exact && TIMES.contains(name))) {
        continue;
      }
      boolean headers = !exact && name.equals("values") && i > 0 && values[i - 1] instanceof List;
      told.add(new Told(
          name, headers ? withoutTimes((List<?>) values[i - 1], values[i]) : values[i]));
    }
  }

  private static @Nullable Object withoutTimes(List<?> names, @Nullable Object values) {
    if (!(values instanceof List<?> list) || list.size() != names.size()) {
      return values;
    }
    List<@Nullable Object> kept = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String name = String.valueOf(names.get(i)).toLowerCase(Locale.ROOT);
      kept.add(TIMED_HEADERS.contains(name) ? "" : list.get(i));
    }
    return kept;
  }

  private static List<Told> verbatim(Event event, Strictness strictness) {
    List<Told> told = new ArrayList<>();
    try {
      JsonNode kind = JSON.readTree(Verbatim.line(event)).path("kind");
      if (strictness != Strictness.EXACT && kind instanceof ObjectNode object) {
        object.remove(TIMES);
      }
      kind.properties()
          .forEach(field -> told.add(new Told(field.getKey(), field.getValue().toString())));
    } catch (JsonProcessingException e) {
      told.add(new Told("line", Verbatim.line(event)));
    }
    return told;
  }
}
