package dev.tapedeck.boundary;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * An object of the JDK in words, with all that it refers to; and the like of it, made from the words.
 *
 * <p>The words say of each object its class and its fields: {@code #1 java.net.Inet4Address},
 * {@code holder=#2}, {@code canonicalHostName='pear}; of an array its elements. Objects are told
 * apart by where they stand in a list: a hash code would be an identity hash code of the program's.
 */
final class Imprint {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String NULL = "null";

  private final List<Object> objects = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private Imprint() {}

  /** The words for an object; null for none. */
  static String @Nullable [] of(@Nullable Object object) {
    if (object == null) {
      return null;
    }
    Imprint imprint = new Imprint();
    imprint.reference(object);
    for (int i = 0; i < imprint.objects.size(); i++) {
      imprint.describe(i, imprint.objects.get(i));
    }
    return imprint.words.toArray(new String[0]);
  }

  /** An object like the one whose words these are. */
  static Object again(String[] words) {
    return new ImprintReader(words).object();
  }

  private void describe(int number, Object object) {
    Class<?> type = object.getClass();
    String head = "#" + number + " " + type.getName();
    if (object instanceof Enum<?> constant) {
      words.add("#" + number + " " + constant.getDeclaringClass().getName());
      words.add("=" + constant.name());
    } else if (type.isArray()) {
      int length = Array.getLength(object);
      words.add(head + " " + length);
      for (int i = 0; i < length; i++) {
        words.add("=" + value(type.getComponentType(), Array.get(object, i)));
      }
    } else {
      words.add(head);
      for (Field field : fields(type)) {
        String value = value(field.getType(), content(field, object));
        words.add(field.getName() + "=" + value);
      }
    }
  }

  private String value(Class<?> type, @Nullable Object content) {
    return type.isPrimitive() ? String.valueOf(content) : reference(content);
  }

  private static @Nullable Object content(Field field, Object object) {
    Class<?> type = field.getType();
    long offset = UNSAFE.objectFieldOffset(field);
    if (!type.isPrimitive()) {
      return UNSAFE.getReference(object, offset);
    }
    switch (type.getName()) {
      case "boolean":
        return UNSAFE.getBoolean(object, offset);
      case "byte":
        return UNSAFE.getByte(object, offset);
      case "short":
        return UNSAFE.getShort(object, offset);
      case "char":
        return UNSAFE.getChar(object, offset);
      case "int":
        return UNSAFE.getInt(object, offset);
      case "long":
        return UNSAFE.getLong(object, offset);
      case "float":
        return UNSAFE.getFloat(object, offset);
      default:
        return UNSAFE.getDouble(object, offset);
    }
  }

  private String reference(@Nullable Object object) {
    if (object == null || object instanceof Class<?> || object instanceof ClassLoader) {
      return NULL;
    }
    if (object instanceof String text) {
      return "'" + text;
    }
    for (int i = 0; i < objects.size(); i++) {
      if (objects.get(i) == object) {
        return "#" + i;
      }
    }
    objects.add(object);
    return "#" + (objects.size() - 1);
  }

  /** The fields of an object, those of its superclasses first. */
  static List<Field> fields(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    List<Field> fields = parent == null ? new ArrayList<>() : fields(parent);
    for (Field field : Declared.fields(type)) {
      if (!Modifier.isStatic(field.getModifiers())) {
        fields.add(field);
      }
    }
    return fields;
  }
}
