package dev.tapedeck.boundary;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
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

  private static final class Known extends ClassValue<Declared> {
    @Override
    protected Declared computeValue(Class<?> type) {
      return new Declared(type);
    }
  }
}
