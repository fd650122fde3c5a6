package dev.tapedeck.session;

import jdk.internal.misc.Unsafe;

/**
 * The generator behind {@code System.identityHashCode}: four words in each native thread.
 *
 * <p>HotSpot seeds it from one sequence over all threads, its own compiler threads included, so that
 * no two runs agree. A lane carries its own state instead. The words are found once by their initial
 * values (thread.cpp: {@code Thread::Thread}) behind the native thread of a fresh Java thread; where
 * they are not found nothing is touched.
 */
final class HashState {

  static final int WORDS = 4;

  private static final int W = 273326509;
  private static final int Y = 842502087;
  private static final int Z = 0x8767;
  private static final int SEARCHED = 2048;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final long nativeThread = UNSAFE.objectFieldOffset(Thread.class, "eetop");
  private long offset = -1;

  /** Looks for the words; call on a thread that has never asked for an identity hash code. */
  void search() {
    long address = UNSAFE.getLong(Thread.currentThread(), nativeThread);
    for (long at = 0; at < SEARCHED; at += 4) {
      if (UNSAFE.getInt(address + at) == W
          && UNSAFE.getInt(address + at + 8) == Y
          && UNSAFE.getInt(address + at + 12) == Z) {
        offset = at;
        return;
      }
    }
  }

  boolean found() {
    return offset >= 0;
  }

  /** The state of a lane that has not begun. */
  static void seed(int[] state, long seed) {
    long mixed = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
    state[0] = W;
    state[1] = (int) (mixed >>> 32) | 1;
    state[2] = Y;
    state[3] = Z;
  }

  /** Puts a state in place for the current thread. */
  void put(int[] state) {
    long address = address();
    if (address != 0) {
      for (int i = 0; i < WORDS; i++) {
        UNSAFE.putInt(address + 4L * i, state[i]);
      }
    }
  }

  /** Takes the current thread's state. */
  void take(int[] state) {
    long address = address();
    if (address != 0) {
      for (int i = 0; i < WORDS; i++) {
        state[i] = UNSAFE.getInt(address + 4L * i);
      }
    }
  }

  /** Where the words of the current thread are; 0 for a virtual thread, which has none. */
  private long address() {
    long thread = found() ? UNSAFE.getLong(Thread.currentThread(), nativeThread) : 0;
    return thread == 0 ? 0 : thread + offset;
  }
}
