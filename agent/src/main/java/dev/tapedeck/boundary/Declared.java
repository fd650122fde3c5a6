package dev.tapedeck.boundary;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * What a class declares, looked up once: {@code Class.getDeclaredFields} and its like make new objects at
 * each call. The arrays are shared, and not to be changed.
 */
public final class Declared {

  private static final ClassValue<Declared> ALL = new Known();

  private final Class<?> type;
  private Field @Nullable [] fields;
  private Method @Nullable [] methods;
  private Constructor<?> @Nullable [] constructors;

  /** Where fields are, its own and those that it inherits, by their names. */
  private final Map<String, Long> offsets = new ConcurrentHashMap<>();

  /** Those that have been looked for, by name and number of parameters. */
  private final Map<String, Optional<Method>> found = new ConcurrentHashMap<>();

  private Declared(Class<?> type) {
    this.type = type;
  }

  /** As {@link Class#getDeclaredFields()}. */
  public static Field[] fields(Class<?> type) {
    Declared of = ALL.get(type);
    Field @Nullable [] known = of.fields;
    if (known == null) {
      known = of.type.getDeclaredFields();
      of.fields = known;
    }
    return known;
  }

  /** As {@link Class#getDeclaredMethods()}. */
  static Method[] methods(Class<?> type) {
    Declared of = ALL.get(type);
    Method @Nullable [] known = of.methods;
    if (known == null) {
      known = of.type.getDeclaredMethods();
      of.methods = known;
    }
    return known;
  }

  /** As {@link Class#getDeclaredConstructors()}. */
  static Constructor<?>[] constructors(Class<?> type) {
    Declared of = ALL.get(type);
    Constructor<?> @Nullable [] known = of.constructors;
    if (known == null) {
      known = of.type.getDeclaredConstructors();
      of.constructors = known;
    }
    return known;
  }

  /** Where in its objects the field is, its own or one that it inherits; null where it has none of that name. */
  static @Nullable Long offset(Class<?> type, String name) {
    Map<String, Long> known = ALL.get(type).offsets;
    Long offset = known.get(name);
    for (Class<?> at = type; offset == null && at != null; at = at.getSuperclass()) {
      for (Field field : fields(at)) {
        if (field.getName().equals(name)) {
          offset = Unsafe.getUnsafe().objectFieldOffset(field);
          known.put(name, offset);
          break;
        }
      }
    }
    return offset;
  }

  /** A method, its own or one that it inherits, by its name and number of parameters; null where it has none. */
  static @Nullable Method method(Class<?> type, String name, int count) {
    Map<String, Optional<Method>> known = ALL.get(type).found;
    String key = count == 0 ? name : name + ' ' + count;
    Optional<Method> method = known.get(key);
    if (method == null) {
      method = Optional.ofNullable(search(type, name, count));
      known.put(key, method);
    }
    return method.orElse(null);
  }

  private static @Nullable Method search(Class<?> type, String name, int count) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method method : methods(at)) {
        if (method.getName().equals(name) && method.getParameterCount() == count) {
          return method;
        }
      }
    }
    return null;
  }

  private static final class Known extends ClassValue<Declared> {
    @Override
    protected Declared computeValue(Class<?> type) {
      return new Declared(type);
    }
  }
}
