package java.tapedeck;

import java.io.FileDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Leads doors that a program reaches by reflection or method handles to their replacements. */
public final class Reflection {

  private Reflection() {}

  /**
   * Stands before {@link Method#invoke}: takes its three operands and returns the three to use, the
   * same ones unless the method is a door.
   */
  public static @Nullable Object[] invoke(
      @Nullable Method method, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
    if (method != null && mayBeDoor(method.getDeclaringClass())) {
      Method replacement = replacement(method.getDeclaringClass(), method.getName(), method);
      if (replacement != null) {
        if (Modifier.isStatic(method.getModifiers())) {
          return new Object[] {replacement, null, arguments};
        }
        if (self != null && method.getDeclaringClass().isInstance(self)) {
          return new Object[] {replacement, null, prepend(self, arguments)};
        }
      }
    }
    return new Object[] {method, self, arguments};
  }

  /** The method to invoke; the first of the three. */
  public static @Nullable Method method(@Nullable Object[] operands) {
    return (Method) operands[0];
  }

  /** The receiver; the second of the three. */
  public static @Nullable Object self(@Nullable Object[] operands) {
    return operands[1];
  }

  /** The arguments; the third of the three. */
  public static @Nullable Object @Nullable [] arguments(@Nullable Object[] operands) {
    return (Object[]) operands[2];
  }

  /** Replaces {@link MethodHandles.Lookup#unreflect}. */
  public static MethodHandle unreflect(MethodHandles.Lookup lookup, Method method)
      throws IllegalAccessException {
    if (method != null && mayBeDoor(method.getDeclaringClass())) {
      Method replacement = replacement(method.getDeclaringClass(), method.getName(), method);
      if (replacement != null) {
        lookup.unreflect(method); // its checks are the program's
        return MethodHandles.lookup().unreflect(replacement);
      }
    }
    return lookup.unreflect(method);
  }

  /** Replaces {@link MethodHandles.Lookup#findStatic}. */
  public static MethodHandle findStatic(
      MethodHandles.Lookup lookup, Class<?> owner, String name, MethodType type)
      throws NoSuchMethodException, IllegalAccessException {
    MethodHandle found = lookup.findStatic(owner, name, type);
    return mayBeDoor(owner) ? handle(owner, name, type.parameterArray(), found) : found;
  }

  /** Replaces {@link MethodHandles.Lookup#findVirtual}. */
  public static MethodHandle findVirtual(
      MethodHandles.Lookup lookup, Class<?> owner, String name, MethodType type)
      throws NoSuchMethodException, IllegalAccessException {
    MethodHandle found = lookup.findVirtual(owner, name, type);
    if (!mayBeDoor(owner)) {
      return found;
    }
    return handle(owner, name, found.type().parameterArray(), found);
  }

  private static MethodHandle handle(
      Class<?> owner, String name, Class<?>[] parameters, MethodHandle found)
      throws IllegalAccessException {
    Method replacement = find(owner, name, parameters);
    return replacement == null
        ? found
        : MethodHandles.lookup().unreflect(replacement).asType(found.type());
  }

  private static boolean mayBeDoor(Class<?> owner) {
    return owner == System.class
        || owner == Object.class
        || owner == Runtime.class
        || owner == LockSupport.class
        || owner == FileDescriptor.class
        || Thread.class.isAssignableFrom(owner);
  }

  private static @Nullable Method replacement(Class<?> owner, String name, Method method) {
    Class<?>[] own = method.getParameterTypes();
    if (Modifier.isStatic(method.getModifiers())) {
      return find(owner, name, own);
    }
    Class<?>[] all = new Class<?>[own.length + 1];
    all[0] = owner;
    System.arraycopy(own, 0, all, 1, own.length);
    return find(owner, name, all);
  }

  private static @Nullable Method find(Class<?> owner, String name, Class<?>[] parameters) {
    if (owner.getClassLoader() != null) {
      return null;
    }
    try {
      return References.class.getMethod(name, parameters);
    } catch (NoSuchMethodException notADoor) {
      return null;
    }
  }

  private static @Nullable Object[] prepend(Object first, @Nullable Object @Nullable [] rest) {
    int count = rest == null ? 0 : rest.length;
    Object[] all = new Object[count + 1];
    all[0] = first;
    if (rest != null) {
      System.arraycopy(rest, 0, all, 1, count);
    }
    return all;
  }
}
