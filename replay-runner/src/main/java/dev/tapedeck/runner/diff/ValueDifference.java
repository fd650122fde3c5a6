package dev.tapedeck.runner.diff;

import dev.tapedeck.runner.diff.Mode.Strictness;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which values two events differ, a line each. */
final class ValueDifference {
  private static final int LONGEST = 120;

  private ValueDifference() {}

  static List<String> of(Event a, Event b, Strictness strictness) {
    List<String> lines = new ArrayList<>();
    Map<String, @Nullable Object> valuesA = values(a, strictness);
    Map<String, @Nullable Object> valuesB = values(b, strictness);
    Set<String> names = new LinkedHashSet<>(valuesA.keySet());
    names.addAll(valuesB.keySet());
    for (String name : names) {
      Object one = valuesA.get(name);
      Object other = valuesB.get(name);
      if (one instanceof Payload bytesA && other instanceof Payload bytesB) {
        lines.addAll(BodyDifference.of(name, bytesA, bytesB));
      } else if (!Objects.equals(one, other)) {
        lines.add(name + ": " + shortened(one) + " -> " + shortened(other));
      }
    }
    String failureA = String.valueOf(a.failure());
    String failureB = String.valueOf(b.failure());
    if (!failureA.equals(failureB)) {
      lines.add("failure: " + shortened(a.failure()) + " -> " + shortened(b.failure()));
    }
    return lines;
  }

  private static Map<String, @Nullable Object> values(Event event, Strictness strictness) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Told told : Told.of(event, strictness)) {
      values.put(told.name(), told.value());
    }
    return values;
  }

  static String shortened(@Nullable Object value) {
    if (value == null) {
      return "none";
    }
    String text = value instanceof String string ? "'" + string + "'" : value.toString();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return text.length() > LONGEST ? line + "..." : line.toString();
  }
}
