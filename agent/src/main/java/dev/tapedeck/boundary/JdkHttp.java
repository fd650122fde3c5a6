package dev.tapedeck.boundary;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import org.jspecify.annotations.Nullable;

/** The classes behind {@code java.net.http}, which are closed to all others. */
final class JdkHttp {

  static final String PACKAGE = "jdk.internal.net.http.";

  private static final Map<String, Class<?>> TYPES = opened();

  private JdkHttp() {}

  private static Map<String, Class<?>> opened() {
    Class<?> exchange = Offsets.type(PACKAGE + "Exchange");
    JavaLangAccess access = SharedSecrets.getJavaLangAccess();
    Module to = JdkHttp.class.getModule();
    access.addOpens(exchange.getModule(), "jdk.internal.net.http", to);
    access.addOpens(exchange.getModule(), "jdk.internal.net.http.common", to);
    return new ConcurrentHashMap<>();
  }

  static Class<?> type(String name) {
    return TYPES.computeIfAbsent(name, none -> Offsets.type(PACKAGE + name));
  }

  /** A field that is set. */
  static Object field(Object object, String name) {
    Object value = Offsets.reference(object, name);
    if (value == null) {
      throw new IllegalStateException(object.getClass().getName() + "." + name + " is not set");
    }
    return value;
  }

  /** Whether the object's class, or one above it, has such a method without arguments. */
  static boolean has(Object object, String name) {
    return Declared.method(object.getClass(), name, 0) != null;
  }

  /** Calls a method of the object's class, or one above it, that has no other of its name and number of arguments. */
  static @Nullable Object call(Object object, String name, Object... arguments) throws Exception {
    return invoke(method(object.getClass(), name, arguments.length), object, arguments);
  }

  /** Calls a static method, likewise. */
  static @Nullable Object callStatic(String type, String name, Object... arguments)
      throws Exception {
    return invoke(method(type(type), name, arguments.length), null, arguments);
  }

  /** Makes an object; of several constructors the one with as many parameters. */
  static Object make(String type, @Nullable Object... arguments) {
    try {
      for (Constructor<?> constructor : Declared.constructors(type(type))) {
        if (constructor.getParameterCount() == arguments.length) {
          constructor.setAccessible(true);
          return constructor.newInstance(arguments);
        }
      }
    } catch (ReflectiveOperationException otherJdk) {
      throw new IllegalStateException("this JDK makes no " + type, otherJdk);
    }
    throw new IllegalStateException("this JDK makes no " + type);
  }

  private static @Nullable Object invoke(
      Method method, @Nullable Object object, Object... arguments) throws Exception {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException thrown) {
      Throwable theirs = thrown.getCause();
      if (theirs instanceof Error error) {
        throw error;
      }
      throw theirs instanceof Exception exception ? exception : thrown;
    }
  }

  private static Method method(Class<?> type, String name, int count) {
    Method method = Declared.method(type, name, count);
    if (method == null) {
      throw new IllegalStateException("this JDK has no " + type.getName() + "." + name);
    }
    method.setAccessible(true);
    return method;
  }
}
