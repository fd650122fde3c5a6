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

  private Hashes() {}

  /** {@link System#identityHashCode}. */
  public static int identityHashCode(@Nullable Object object) {
    if (object == null) {
      return 0;
    }
    int hash = known(object);
    return hash != 0 && hash != STILL ? hash : Hooks.session.hash(object);
  }

  /**
   * Gives an object that the JVM gave {@link #STILL} another code, if nothing else is in the way.
   *
   * @return the code that it has now
   */
  public static int change(Object object, int hash) {
    long header = SHIFT < 0 ? 0 : UNSAFE.getLong(object, 0L);
    boolean isStill = (header & STATE) == UNLOCKED && ((int) (header >>> SHIFT) & HASH) == STILL;
    long changed = header & ~((long) HASH << SHIFT) | (long) hash << SHIFT;
    return isStill && UNSAFE.compareAndSetLong(object, 0L, header, changed)
        ? hash
        : System.identityHashCode(object);
  }

  /** The code that stands in the object's header; 0 for one that is locked or has none yet. */
  private static int known(Object object) {
    if (SHIFT < 0) {
      return 0;
    }
    long header = UNSAFE.getLong(object, 0L);
    return (header & STATE) == UNLOCKED ? (int) (header >>> SHIFT) & HASH : 0;
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
}
