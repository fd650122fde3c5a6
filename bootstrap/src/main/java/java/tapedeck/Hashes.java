package java.tapedeck;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@link Object#hashCode} and of {@link System#identityHashCode}.
 *
 * <p>HotSpot keeps an identity hash code in the header of its object once somebody has asked for it
 * (markWord.hpp). Who asks first decides what it is, and that is the session's matter.
 */
public final class Hashes {

  private static final int HASH = 0x7fffffff;
  /** What the JVM gives when its generator stands still (synchronizer.cpp: it must not be zero). */
  private static final int STILL = 0xBAD;

  private static final long STATE = 7;
  private static final long UNLOCKED = 1;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Where in the header the code stands; -1 where that cannot be seen. */
  private static final int SHIFT = shift();

  /** The state of an object that is locked and keeps its code where it was; -1 where no object does. */
  private static final long LOCKED = locked();

  private Hashes() {}

  /** {@link System#identityHashCode}. */
  public static int identityHashCode(@Nullable Object object) {
    if (object == null) {
      return 0;
    }
    int hash = known(object);
    if (hash != 0 && hash != STILL) {
      return hash;
    }
    return object instanceof Class<?> type ? ofClass(type) : Hooks.session.hash(object);
  }

  /**
   * Whether an object may have its code already. One that has none is in no table by identity, and to look for it there
   * would give it one.
   */
  public static boolean mayBeGiven(Object object) {
    if (SHIFT < 0) {
      return true;
    }
    long header = UNSAFE.getLong(object, 0L);
    long state = header & STATE;
    int hash = (int) (header >>> SHIFT) & HASH;
    return state != UNLOCKED && state != LOCKED || hash != 0 && hash != STILL;
  }

  /** Whether the code of an object can be seen in its header, and so be given to it. */
  public static boolean canBeSeen() {
    return SHIFT >= 0;
  }

  /**
   * The code of a class: one that hangs on its name alone, but for a class that had another before the
   * JVM's generator was made to stand still.
   *
   * <p>What the JVM gives a class when it links it after that counts for nothing: nobody in Java sees
   * it, and the JDK's tables of classes may not change under them.
   */
  public static int ofClass(Class<?> type) {
    int code = codeOfName(type);
    while (SHIFT >= 0) {
      long header = UNSAFE.getLong(type, 0L);
      if ((header & STATE) != UNLOCKED) {
        break;
      }
      int hash = (int) (header >>> SHIFT) & HASH;
      if (hash != 0 && hash != STILL) {
        return hash;
      }
      long changed = header & ~((long) HASH << SHIFT) | (long) code << SHIFT;
      if (UNSAFE.compareAndSetLong(type, 0L, header, changed)) {
        return code;
      }
    }
    int hash = System.identityHashCode(type);
    return hash == STILL ? code : hash;
  }

  /** A hidden class has an address behind its name, another in each run. */
  private static int codeOfName(Class<?> type) {
    String name = type.getName();
    int address = type.isHidden() ? name.indexOf('/') : -1;
    long seed = (address < 0 ? name : name.substring(0, address)).hashCode() * 0x9E3779B97F4A7C15L;
    int code = (int) ((seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L >>> 33);
    return code == 0 || code == STILL ? 1 : code;
  }

  /** Whether somebody holds the object's monitor, or has held it; false where that cannot be seen. */
  public static boolean isLocked(Object object) {
    return SHIFT >= 0 && (UNSAFE.getLong(object, 0L) & STATE) != UNLOCKED;
  }

  /** The code that stands in the object's header; 0 for one that has none there, or none yet. */
  private static int known(Object object) {
    if (SHIFT < 0) {
      return 0;
    }
    long header = UNSAFE.getLong(object, 0L);
    long state = header & STATE;
    return state == UNLOCKED || state == LOCKED ? (int) (header >>> SHIFT) & HASH : 0;
  }

  /** Looks for the code of an object in its header. */
  private static int shift() {
    Object object = new Object();
    int hash = System.identityHashCode(object);
    long header = UNSAFE.getLong(object, 0L);
    for (int shift = Long.SIZE - 1; shift > 3; shift--) {
      if (((int) (header >>> shift) & HASH) == hash) {
        return shift;
      }
    }
    return -1;
  }

  /** Looks for it while it holds a lock: newer JVMs leave the rest of the header as it is (lightweight locking). */
  private static long locked() {
    Object object = new Object();
    int hash = System.identityHashCode(object);
    synchronized (object) {
      long header = UNSAFE.getLong(object, 0L);
      boolean keeps = SHIFT >= 0 && ((int) (header >>> SHIFT) & HASH) == hash;
      return keeps && (header & STATE) != UNLOCKED ? header & STATE : -1;
    }
  }
}
