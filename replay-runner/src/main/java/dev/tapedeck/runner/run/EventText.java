package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An event in one short line: what was asked and what the answer was. */
public final class EventText {
  private static final int LONGEST = 48;

  private EventText() {}

  /** For instance {@code random what=seed -> value=42}. */
  public static String of(Event event) {
    StringJoiner text =
        new StringJoiner(" ").add(KindText.of(event.kind().id(), event.kind().name()));
    add(text, event.kind().question(), event.question());
    if (event.failure() != null) {
      return text.add("-> failed:").add(shortened(event.failure().toString())).toString();
    }
    if (event.answer().length > 0) {
      text.add("->");
      add(text, event.kind().answer(), event.answer());
    }
    return text.toString();
  }

  private static void add(StringJoiner text, List<Field> fields, @Nullable Object[] values) {
    for (int i = 0; i < values.length && i < fields.size(); i++) {
      text.add(fields.get(i).name() + "=" + value(values[i]));
    }
  }

  private static String value(@Nullable Object value) {
    if (value instanceof Payload payload) {
      return payload.length() > LONGEST
          ? "(" + payload.length() + " bytes)"
          : quoted(new String(payload.bytes(), StandardCharsets.UTF_8));
    }
    if (value instanceof String string) {
      return quoted(string);
    }
    return shortened(String.valueOf(value));
  }

  private static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  /** One line whatever the program's text holds. */
  private static String shortened(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
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
