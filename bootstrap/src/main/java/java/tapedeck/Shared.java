package java.tapedeck;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Finds the collection without locks that an object is, or is a view or an iterator of: lanes meet there. */
final class Shared {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final Class<?>[] COLLECTIONS = {
    ConcurrentHashMap.class,
    ConcurrentLinkedQueue.class,
    ConcurrentLinkedDeque.class,
    ConcurrentSkipListMap.class,
    ConcurrentSkipListSet.class,
    CopyOnWriteArrayList.class,
    CopyOnWriteArraySet.class,
    Properties.class // reads without a lock
  };

  private static final String PACKAGE = "java.util.concurrent.";
  private static final long ITSELF = -1;
  private static final long NONE = -2;

  /** Where the object has its collection. */
  private static final ClassValue<Long> PLACES = new ClassValue<>() {
    @Override
    protected Long computeValue(Class<?> type) {
      return place(type);
    }
  };

  private Shared() {}

  /** What lanes meet at; null where they do not, as far as is known. */
  static @Nullable Object of(Object object) {
    long place = PLACES.get(object.getClass());
    if (place == NONE) {
      return null;
    }
    Object found = place == ITSELF ? object : UNSAFE.getReference(object, place);
    return found == null || found == object ? object : of(found);
  }

  private static long place(Class<?> type) {
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      if (isCollection(above)) {
        return ITSELF;
      }
    }
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      if (!above.getName().startsWith(PACKAGE)) {
        continue;
      }
      for (Field field : above.getDeclaredFields()) {
        boolean isOwn = !Modifier.isStatic(field.getModifiers());
        if (isOwn && (isCollection(field.getType()) || isView(field.getType()))) {
          return UNSAFE.objectFieldOffset(field);
        }
      }
    }
    return NONE;
  }

  private static boolean isCollection(Class<?> type) {
    for (Class<?> known : COLLECTIONS) {
      if (known == type) {
        return true;
      }
    }
    return false;
  }

  private static boolean isView(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer != null && isCollection(outer) && !type.getSimpleName().endsWith("Node");
  }
}
