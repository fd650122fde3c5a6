package dev.tapedeck.boundary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Methods of a library's objects, by name: the library is in a class loader that ours does not know.
 *
 * <p>Called by handles, which leave no frames in the traces of what is thrown.
 */
final class Members {

  private static final MethodHandles.Lookup LOOKUP = lookup();
  private static final MethodType CALL =
      MethodType.methodType(Object.class, Object.class, Object[].class);
  private static final String CONSTRUCTOR = "<init>";

  private static final ClassValue<Map<String, MethodHandle>> FOUND = new ClassValue<>() {
    @Override
    protected Map<String, MethodHandle> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  };

  private Members() {}

  private static MethodHandles.Lookup lookup() {
    Object trusted = Offsets.constant("java.lang.invoke.MethodHandles$Lookup", "IMPL_LOOKUP");
    if (trusted instanceof MethodHandles.Lookup lookup) {
      return lookup;
    }
    throw new IllegalStateException("this JDK has no lookup for all classes");
  }

  /** Calls a method of the object, whatever class or interface of it has it. */
  static @Nullable Object call(Object self, String name, @Nullable Object... arguments)
      throws Throwable {
    return (Object) handle(self.getClass(), name, arguments).invokeExact(self, arguments);
  }

  /** Calls a static method. */
  static @Nullable Object callStatic(Class<?> type, String name, @Nullable Object... arguments)
      throws Throwable {
    return (Object) handle(type, name, arguments).invokeExact((Object) null, arguments);
  }

  /** Makes an object. */
  static Object make(Class<?> type, @Nullable Object... arguments) throws Throwable {
    Object made =
        (Object) handle(type, CONSTRUCTOR, arguments).invokeExact((Object) null, arguments);
    if (made == null) {
      throw new IllegalStateException("nothing was made");
    }
    return made;
  }

  /** A class of the library that the object's class is in. */
  static Class<?> type(Object library, String name) {
    try {
      return Class.forName(name, true, library.getClass().getClassLoader());
    } catch (ClassNotFoundException otherVersion) {
      throw new IllegalStateException("the library has no " + name, otherVersion);
    }
  }

  private static MethodHandle handle(Class<?> type, String name, @Nullable Object[] arguments)
      throws IllegalAccessException {
    StringBuilder key = new StringBuilder(name);
    for (Object argument : arguments) {
      key.append(' ').append(argument == null ? "" : argument.getClass().getName());
    }
    Map<String, MethodHandle> found = FOUND.get(type);
    MethodHandle handle = found.get(key.toString());
    if (handle == null) {
      handle = spread(find(type, name, arguments));
      found.put(key.toString(), handle);
    }
    return handle;
  }

  private static MethodHandle spread(Executable found) throws IllegalAccessException {
    MethodHandle handle = found instanceof Constructor<?> constructor
        ? LOOKUP.unreflectConstructor(constructor)
        : LOOKUP.unreflect((Method) found);
    if (found instanceof Constructor || Modifier.isStatic(found.getModifiers())) {
      handle = MethodHandles.dropArguments(handle, 0, Object.class);
    }
    return handle.asSpreader(Object[].class, found.getParameterCount()).asType(CALL);
  }

  private static Executable find(Class<?> type, String name, @Nullable Object[] arguments) {
    Executable found = declared(type, name, arguments);
    for (Class<?> at = type.getSuperclass(); found == null && at != null; at = at.getSuperclass()) {
      found = declared(at, name, arguments);
    }
    if (found == null) {
      for (Method inherited : type.getMethods()) { // those that an interface has a body for
        if (inherited.getName().equals(name) && takes(inherited, arguments)) {
          return inherited;
        }
      }
      throw new IllegalStateException("there is no " + type.getName() + "." + name);
    }
    return found;
  }

  private static @Nullable Executable declared(
      Class<?> type, String name, @Nullable Object[] arguments) {
    Executable[] all =
        name.equals(CONSTRUCTOR) ? type.getDeclaredConstructors() : type.getDeclaredMethods();
    for (Executable one : all) {
      boolean isNamed = name.equals(CONSTRUCTOR) || one.getName().equals(name);
      if (isNamed && !one.isSynthetic() && takes(one, arguments)) {
        return one;
      }
    }
    return null;
  }

  private static boolean takes(Executable method, @Nullable Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      Object argument = arguments[i];
      Class<?> wanted = MethodType.methodType(types[i]).wrap().returnType();
      if (argument == null ? types[i].isPrimitive() : !wanted.isInstance(argument)) {
        return false;
      }
    }
    return true;
  }
}
