package dev.tapedeck.session;

import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values to a tape that were taken off another, or asked. */
final class Values {

  private Values() {}

  static void put(EventWriter to, List<Field> fields, List<? extends @Nullable Object> values) {
    for (int i = 0; i < fields.size(); i++) {
      Object value = values.get(i);
      switch (fields.get(i).type()) {
        case LONG -> to.putLong(value instanceof Long number ? number : 0);
        case BOOL -> to.putBool(value instanceof Boolean truth && truth);
        case STRING -> to.putString(value instanceof String text ? text : null);
        case BYTES -> to.putBytes(bytes(value));
        case STRINGS -> to.putStrings(value instanceof List<?> list ? texts(list) : null);
      }
    }
  }

  private static byte @Nullable [] bytes(@Nullable Object value) {
    return value instanceof Payload payload ? payload.bytes() : (byte[]) value;
  }

  @SuppressWarnings("unchecked") // the field says so
  private static List<@Nullable String> texts(List<?> list) {
    return (List<@Nullable String>) list;
  }
}
