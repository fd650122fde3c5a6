package dev.tapedeck.boundary;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Fields of the JDK's objects, by name, whatever class they are declared in. */
final class Offsets {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private Offsets() {}

  static @Nullable Object reference(Object object, String field) {
    return UNSAFE.getReference(object, of(object.getClass(), field));
  }

  static long number(Object object, String field) {
    return UNSAFE.getLong(object, of(object.getClass(), field));
  }

  static int intNumber(Object object, String field) {
    return UNSAFE.getInt(object, of(object.getClass(), field));
  }

  static void put(Object object, String field, boolean value) {
    UNSAFE.putBoolean(object, of(object.getClass(), field), value);
  }

  static boolean truth(Object object, String field) {
    return UNSAFE.getBooleanVolatile(object, of(object.getClass(), field));
  }

  static void put(Object object, String field, @Nullable Object value) {
    UNSAFE.putReference(object, of(object.getClass(), field), value);
  }

  static void put(Object object, String field, int value) {
    UNSAFE.putInt(object, of(object.getClass(), field), value);
  }

  static void put(Object object, String field, long value) {
    UNSAFE.putLong(object, of(object.getClass(), field), value);
  }

  static void putInt(Object object, String field, int value) {
    UNSAFE.putInt(object, of(object.getClass(), field), value);
  }

  /** Whether this JDK has such a field in the object's class. */
  static boolean has(Object object, String field) {
    for (Field declared : Declared.fields(object.getClass())) {
      if (declared.getName().equals(field)) {
        return true;
      }
    }
    return false;
  }

  /** An object whose constructor did not run. */
  static Object allocate(String className) {
    return allocate(type(className));
  }

  /** The same of a library's class. */
  static Object allocate(Class<?> type) {
    try {
      return UNSAFE.allocateInstance(type);
    } catch (InstantiationException abstractClass) {
      throw new IllegalStateException(abstractClass);
    }
  }

  /** A static field of a class that is initialised by this. */
  static @Nullable Object constant(String className, String field) {
    try {
      Field declared = type(className).getDeclaredField(field);
      return UNSAFE.getReference(
          UNSAFE.staticFieldBase(declared), UNSAFE.staticFieldOffset(declared));
    } catch (NoSuchFieldException otherJdk) {
      throw missing(className + "." + field, otherJdk);
    }
  }

  static Class<?> type(String className) {
    try {
      return Class.forName(className, true, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException otherJdk) {
      throw missing(className, otherJdk);
    }
  }

  private static long of(Class<?> type, String name) {
    Long offset = Declared.offset(type, name);
    if (offset == null) {
      throw missing(type.getName() + "." + name, null);
    }
    return offset;
  }

  private static IllegalStateException missing(String what, @Nullable Exception cause) {
    return new IllegalStateException("this JDK has no " + what, cause);
  }
}
