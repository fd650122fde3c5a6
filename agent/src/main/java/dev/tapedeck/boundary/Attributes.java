package dev.tapedeck.boundary;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import jdk.internal.misc.Unsafe;

/** The numbers in an object of {@code sun.nio.fs} that a native method has filled, as text and back. */
final class Attributes {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private Attributes() {}

  /** {@code name=number} for each that is not zero. */
  static String text(Object attributes) {
    StringBuilder text = new StringBuilder(160);
    for (Field field : Declared.fields(attributes.getClass())) {
      if (isNumber(field)) {
        long number = get(attributes, field);
        if (number != 0) {
          text.append(text.length() == 0 ? "" : " ");
          text.append(field.getName()).append('=').append(number);
        }
      }
    }
    return text.toString();
  }

  static void fill(Object attributes, String text) {
    for (Field field : Declared.fields(attributes.getClass())) {
      if (isNumber(field)) {
        put(attributes, field, number(text, field.getName()));
      }
    }
  }

  private static long number(String text, String name) {
    int at = text.startsWith(name + "=") ? 0 : text.indexOf(" " + name + "=") + 1;
    if (at == 0 && !text.startsWith(name + "=")) {
      return 0;
    }
    int from = at + name.length() + 1;
    int space = text.indexOf(' ', from);
    return Long.parseLong(text.substring(from, space < 0 ? text.length() : space));
  }

  private static boolean isNumber(Field field) {
    return field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers());
  }

  private static long get(Object object, Field field) {
    long offset = UNSAFE.objectFieldOffset(field);
    if (field.getType() == long.class) {
      return UNSAFE.getLong(object, offset);
    }
    return field.getType() == boolean.class
        ? UNSAFE.getByte(object, offset)
        : UNSAFE.getInt(object, offset);
  }

  private static void put(Object object, Field field, long value) {
    long offset = UNSAFE.objectFieldOffset(field);
    if (field.getType() == long.class) {
      UNSAFE.putLong(object, offset, value);
    } else if (field.getType() == boolean.class) {
      UNSAFE.putBoolean(object, offset, value != 0);
    } else {
      UNSAFE.putInt(object, offset, (int) value);
    }
  }
}
