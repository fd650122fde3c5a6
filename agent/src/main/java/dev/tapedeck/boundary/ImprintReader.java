package dev.tapedeck.boundary;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Makes objects from the words of an {@link Imprint}: first all of them, then what is in them. */
final class ImprintReader {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final String[] words;
  private final List<Object> objects = new ArrayList<>();

  ImprintReader(String[] words) {
    this.words = words;
  }

  Object object() {
    for (int i = 0; i < words.length; i++) {
      if (isHead(words[i])) {
        objects.add(empty(words[i], i + 1 < words.length ? words[i + 1] : ""));
      }
    }
    int next = -1;
    int element = 0;
    for (String word : words) {
      if (isHead(word)) {
        next++;
        element = 0;
      } else {
        fill(objects.get(next), word, element++);
      }
    }
    return objects.get(0);
  }

  private static boolean isHead(String word) {
    return word.charAt(0) == '#';
  }

  private static Object empty(String head, String first) {
    String[] parts = head.split(" ", -1);
    try {
      Class<?> type = Class.forName(parts[1], true, ClassLoader.getPlatformClassLoader());
      if (type.isArray()) {
        return Array.newInstance(type.getComponentType(), Integer.parseInt(parts[2]));
      }
      return type.isEnum() ? constant(type, first.substring(1)) : UNSAFE.allocateInstance(type);
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException("this JDK has no " + parts[1], otherJdk);
    }
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalStateException("this JDK has no " + name + " in " + type.getName());
  }

  private void fill(Object object, String word, int element) {
    Class<?> type = object.getClass();
    if (object instanceof Enum<?>) {
      return;
    }
    int equals = word.indexOf('=');
    String value = word.substring(equals + 1);
    if (type.isArray()) {
      Array.set(object, element, content(type.getComponentType(), value));
      return;
    }
    Field field = Imprint.fields(type).get(element);
    if (!field.getName().equals(word.substring(0, equals))) {
      throw new IllegalStateException("this JDK has no " + word + " in " + type.getName());
    }
    put(field, object, content(field.getType(), value));
  }

  private @Nullable Object content(Class<?> type, String value) {
    if (!type.isPrimitive()) {
      return reference(value);
    }
    switch (type.getName()) {
      case "boolean":
        return Boolean.valueOf(value);
      case "byte":
        return Byte.valueOf(value);
      case "short":
        return Short.valueOf(value);
      case "char":
        return value.charAt(0);
      case "int":
        return Integer.valueOf(value);
      case "long":
        return Long.valueOf(value);
      case "float":
        return Float.valueOf(value);
      default:
        return Double.valueOf(value);
    }
  }

  private static void put(Field field, Object object, @Nullable Object content) {
    long offset = UNSAFE.objectFieldOffset(field);
    if (!field.getType().isPrimitive()) {
      UNSAFE.putReference(object, offset, content);
    } else if (content instanceof Boolean value) {
      UNSAFE.putBoolean(object, offset, value);
    } else if (content instanceof Byte value) {
      UNSAFE.putByte(object, offset, value);
    } else if (content instanceof Short value) {
      UNSAFE.putShort(object, offset, value);
    } else if (content instanceof Character value) {
      UNSAFE.putChar(object, offset, value);
    } else if (content instanceof Integer value) {
      UNSAFE.putInt(object, offset, value);
    } else if (content instanceof Long value) {
      UNSAFE.putLong(object, offset, value);
    } else if (content instanceof Float value) {
      UNSAFE.putFloat(object, offset, value);
    } else if (content instanceof Double value) {
      UNSAFE.putDouble(object, offset, value);
    }
  }

  private @Nullable Object reference(String value) {
    if (value.charAt(0) == '\'') {
      return value.substring(1);
    }
    return value.charAt(0) == '#' ? objects.get(Integer.parseInt(value.substring(1))) : null;
  }
}
