package dev.tapedeck.session;

import dev.tapedeck.boundary.Declared;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a throwable below {@link Throwable} that refer to what comes with it: its cause, those that it
 * suppresses, and theirs; and constants of enums.
 */
final class ThrownParts {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int DEEPEST = 4;

  private ThrownParts() {}

  /** Adds, for each such field, the way to what it refers to, or the constant's name. */
  static void note(Throwable thrown, Map<String, @Nullable String> texts) {
    for (Field field : fields(thrown.getClass())) {
      Object value = UNSAFE.getReference(thrown, UNSAFE.objectFieldOffset(field));
      if (value instanceof Enum<?> constant) {
        texts.put(field.getName(), constant.name());
      } else if (value instanceof Throwable part) {
        String way = way(thrown, part, "", 0);
        if (way != null) {
          texts.put(field.getName(), way);
        }
      }
    }
  }

  /** Sets them again; the throwable has its cause and what it suppresses already. */
  static void restore(Throwable made, Map<String, @Nullable String> texts) {
    for (Field field : fields(made.getClass())) {
      String text = texts.get(field.getName());
      if (text != null) {
        Object value = field.getType().isEnum() ? constant(field.getType(), text) : at(made, text);
        UNSAFE.putReference(made, UNSAFE.objectFieldOffset(field), value);
      }
    }
  }

  private static @Nullable Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  /** As letters: c for the cause, a number and a comma for one that is suppressed. */
  private static @Nullable String way(Throwable from, Throwable part, String way, int depth) {
    if (from == part) {
      return way;
    }
    if (depth == DEEPEST) {
      return null;
    }
    Throwable cause = from.getCause();
    String found = cause == null ? null : way(cause, part, way + "c", depth + 1);
    Throwable[] suppressed = from.getSuppressed();
    for (int i = 0; found == null && i < suppressed.length; i++) {
      found = way(suppressed[i], part, way + i + ",", depth + 1);
    }
    return found;
  }

  private static @Nullable Throwable at(Throwable from, String way) {
    if (way.isEmpty()) {
      return from;
    }
    int comma = way.charAt(0) == 'c' ? 0 : way.indexOf(',');
    Throwable next = comma == 0
        ? from.getCause()
        : from.getSuppressed()[Integer.parseInt(way.substring(0, comma))];
    return next == null ? null : at(next, way.substring(comma + 1));
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Throwable.class; at = at.getSuperclass()) {
      for (Field field : Declared.fields(at)) {
        boolean refers =
            Throwable.class.isAssignableFrom(field.getType()) || field.getType().isEnum();
        if (refers && !Modifier.isStatic(field.getModifiers())) {
          fields.add(field);
        }
      }
    }
    return fields;
  }
}
