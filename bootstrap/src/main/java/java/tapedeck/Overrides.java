package java.tapedeck;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * Methods of the JDK that a class of the program has overridden. What they do may be anything; the order is
 * kept where they call what they override.
 */
public final class Overrides {

  private static final ClassValue<Set<String>> NAMES = new ClassValue<>() {
    @Override
    protected Set<String> computeValue(Class<?> type) {
      return names(type);
    }
  };

  private Overrides() {}

  /** Whether a class of the program has its own method of that name, which the object's is. */
  static boolean has(Object object, String name) {
    Class<?> type = object.getClass();
    return type.getClassLoader() != null && NAMES.get(type).contains(name);
  }

  private static Set<String> names(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Class<?> above = type;
        above != null && above.getClassLoader() != null;
        above = above.getSuperclass()) {
      for (Method method : above.getDeclaredMethods()) {
        names.add(method.getName());
      }
    }
    return names;
  }

  /** Stands before {@code super.interrupt()}: whoever is interrupted comes after this. */
  public static void interrupts(Object thread) {
    Orderer orderer = Order.orderer;
    orderer.before(thread, 0);
    if (!orderer.insists()) {
      orderer.taken(thread, 0);
    }
  }

  /** Stands behind it. */
  public static void interrupted(Object thread) {
    Orderer orderer = Order.orderer;
    if (orderer.insists()) {
      orderer.taken(thread, 0);
    }
  }

  /** Stands before {@code super.lock()}. */
  public static void locks(Object lock) {
    Orderer orderer = Order.orderer;
    Object subject = orderer.keeps() ? Synchronizers.of((Lock) lock) : null;
    if (subject != null) {
      orderer.before(subject, 0);
      Locks.noteIfTaken(orderer, subject, (Lock) lock);
    }
  }

  /** Stands behind it. */
  public static void locked(Object lock) {
    Orderer orderer = Order.orderer;
    Object subject = orderer.keeps() ? Synchronizers.of((Lock) lock) : null;
    if (subject != null) {
      orderer.taken(subject, 0);
    }
  }
}
