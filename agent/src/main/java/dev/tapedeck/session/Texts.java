package dev.tapedeck.session;

import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what was asked and where. */
final class Texts {

  private static final int LONGEST = 200;
  private static final int MOST = 1 << 20;

  private Texts() {}

  /** Field by field: {@code name=value, …}. */
  static String question(List<Field> fields, List<? extends @Nullable Object> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(i < fields.size() ? fields.get(i).name() : "?").append('=');
      text.append(value(values.get(i)));
    }
    return text.toString();
  }

  static String site(@Nullable Site site) {
    if (site == null) {
      return "an unknown line";
    }
    String type = site.className();
    int dollar = type.indexOf('$');
    int dot = type.lastIndexOf('.', dollar < 0 ? type.length() : dollar);
    String file = type.substring(dot + 1, dollar < 0 ? type.length() : dollar);
    return type + "." + site.method() + "(" + file + ".java:" + site.line() + ")";
  }

  private static String value(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return quoted(bytes);
    }
    if (value instanceof Payload payload) {
      return payload.length() > MOST ? payload.toString() : quoted(payload.bytes());
    }
    if (value instanceof String text) {
      return '"' + cut(text) + '"';
    }
    return cut(String.valueOf(value));
  }

  private static String quoted(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
    text = text.replace("\n", "\\n").replace("\r", "\\r");
    return '"' + text + (bytes.length > LONGEST ? "…" : "") + '"';
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
