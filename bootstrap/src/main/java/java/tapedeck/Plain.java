package java.tapedeck;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.BitSet;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Map;
import java.util.Vector;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of {@code java.util} lanes share that brings no order of its own: the array or the collection that an object
 * is, or is a view or an iterator of. Of {@code java.util.concurrent} it is what {@link Shared} finds: the others wait.
 */
final class Plain {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String UTIL = "java.util.";
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final long ITSELF = -1;
  private static final long NONE = -2;

  /** What views and iterators call the collection that they are of. */
  private static final String[] OUTER = {"this$0", "root", "parent", "list", "m", "c", "a"};

  /** Where the object has its collection. */
  private static final ClassValue<Long> PLACES = new ClassValue<>() {
    @Override
    protected Long computeValue(Class<?> type) {
      return type.isArray() ? ITSELF : place(type);
    }
  };

  private Plain() {}

  /** What lanes meet at; null where they do not, as far as is known. */
  static @Nullable Object of(Object object) {
    Object known = Shared.of(object);
    if (known != null) {
      return known;
    }
    long place = PLACES.get(object.getClass());
    if (place == NONE) {
      return null;
    }
    Object found = place == ITSELF ? object : UNSAFE.getReference(object, place);
    return found == null || found == object ? object : of(found);
  }

  private static long place(Class<?> type) {
    Class<?> known = type;
    while (known != null && !known.getName().startsWith(UTIL)) {
      known = known.getSuperclass();
    }
    if (known == null
        || known.getName().startsWith(CONCURRENT)
        || known.getName().startsWith("java.util.Immutable")
        || bringsLock(known)) {
      return NONE;
    }
    Field outer = Map.Entry.class.isAssignableFrom(known) ? null : outer(known);
    if (outer != null) {
      return UNSAFE.objectFieldOffset(outer);
    }
    boolean isShared = Collection.class.isAssignableFrom(known)
        || Map.class.isAssignableFrom(known)
        || Map.Entry.class.isAssignableFrom(known)
        || known == BitSet.class;
    return isShared ? ITSELF : NONE;
  }

  /**
   * Whether it has a lock of its own, which has its place in the order. Who stood at such a collection while he waited for
   * that lock would keep away whoever holds it and goes through what is within.
   */
  private static boolean bringsLock(Class<?> known) {
    return known.getName().startsWith("java.util.Collections$Synchronized")
        || Hashtable.class.isAssignableFrom(known)
        || Vector.class.isAssignableFrom(known);
  }

  /** What a class within another has of the collection that it is of; null for nothing. */
  private static @Nullable Field outer(Class<?> within) {
    for (String name : OUTER) {
      for (Class<?> view = within; view.getEnclosingClass() != null; view = view.getSuperclass()) {
        for (Field field : view.getDeclaredFields()) {
          boolean isOwn =
              !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive();
          if (isOwn && name.equals(field.getName())) {
            return field;
          }
        }
      }
    }
    return null;
  }
}
