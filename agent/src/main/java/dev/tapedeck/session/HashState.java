package dev.tapedeck.session;

import java.tapedeck.Hashes;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The generator behind {@code System.identityHashCode}: four words in each native thread.
 *
 * <p>HotSpot seeds it from one sequence over all threads, its own compiler threads included, so that
 * no two runs agree. It also draws from it by itself: each class gets a code from the thread that
 * links it ({@code Verifier::verify}). So the words of the program's threads are kept at zero, where
 * the generator stands still (every code it gives then is the same), and a lane's own words are put
 * there for the moment in which an object gets its code.
 *
 * <p>The words are found once by their initial values (thread.cpp: {@code Thread::Thread}) behind the
 * native thread of a fresh Java thread; where they are not found nothing is touched.
 */
public final class HashState {

  /** The words of one lane. */
  static final class Words {
    private long first;
    private long second;

    /** Begins anew; equal seeds give equal codes. */
    void seed(long seed) {
      long mixed = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
      first = (mixed >>> 32 | 1) << 32 | W;
      second = (long) Z << 32 | Y;
    }

    /** What the JVM will draw of them: Marsaglia's xor-shift (synchronizer.cpp). */
    int next() {
      int w = (int) first;
      int x = (int) (first >>> 32);
      int t = x ^ x << 11;
      return (w ^ w >>> 19 ^ t ^ t >>> 8) & 0x7fffffff;
    }
  }

  private static final int W = 273326509;
  private static final int Y = 842502087;
  private static final int Z = 0x8767;
  private static final int SEARCHED = 2048;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final long nativeThread = UNSAFE.objectFieldOffset(Thread.class, "eetop");
  private final @Nullable Class<?> virtualThread = virtualThread();
  private final long carrier =
      virtualThread == null ? -1 : UNSAFE.objectFieldOffset(virtualThread, "carrierThread");
  private long offset = -1;
  private long before;

  /** Looks for the words; call on a thread that has never asked for an identity hash code. */
  void search() {
    long address = UNSAFE.getLong(Thread.currentThread(), nativeThread);
    for (long at = 0; at < SEARCHED; at += 4) {
      if (UNSAFE.getInt(address + at) == W
          && UNSAFE.getInt(address + at + 8) == Y
          && UNSAFE.getInt(address + at + 12) == Z) {
        offset = at;
        Words words = new Words();
        words.seed(at);
        if (words.next() != draw(new Object(), words) || !Hashes.canBeSeen()) {
          offset = -1; // the JVM was told to make the codes in another way
        }
        return;
      }
    }
  }

  /** Whether the words are known. */
  public boolean found() {
    return offset >= 0;
  }

  /**
   * Makes what the JVM draws from now on the same in each run, and the codes of classes and of the
   * program's first thread and class loaders.
   *
   * <p>Call before anything that only a recording or only a replay does. What has its code already
   * keeps it: the JDK's tables may go by it.
   */
  public void settle(Class<?>[] loaded) {
    Thread main = Thread.currentThread();
    long words = address(main);
    before = UNSAFE.getLongUnaligned(null, words) * 31 + UNSAFE.getLongUnaligned(null, words + 8);
    for (Class<?> type : loaded) {
      Hashes.ofClass(type); // before the JDK's tables have it by what the JVM gives from now on
    }
    ThreadGroup group = main.getThreadGroup();
    give(main, "the thread");
    while (group.getParent() != null) {
      give(group, group.getName());
      group = group.getParent();
    }
    give(group, group.getName());
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader != null) {
      give(loader, loader.getClass().getName());
      give(loader.getUnnamedModule(), "of " + loader.getClass().getName());
      loader = loader.getParent();
    }
    for (Thread thread : threads(group)) {
      still(thread);
    }
  }

  /** Undoes {@link #settle} for a program that runs unrecorded after all: its objects need codes. */
  public void loosen() {
    if (!found()) {
      return;
    }
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Words words = new Words();
    long seed = System.nanoTime();
    for (Thread thread : threads(group)) {
      long address = address(thread);
      if (address != 0) {
        words.seed(seed++);
        put(address, words.first, words.second);
      }
    }
  }

  private static List<Thread> threads(ThreadGroup group) {
    Thread[] threads = new Thread[group.activeCount() + 8];
    List<Thread> alive = new ArrayList<>();
    for (int i = group.enumerate(threads); i > 0; i--) {
      alive.add(threads[i - 1]);
    }
    return alive;
  }

  /**
   * How far the main thread's words had come by the time of {@link #settle}.
   *
   * <p>As a rule that is the same in each run of a JVM. But a class gets its code from the first thread
   * that comes, and the JVM's own threads start at the same time as the program's.
   */
  public long before() {
    return before;
  }

  /** From now on the JVM draws the same code over and over from the thread, which must be alive. */
  public void still(Thread thread) {
    long address = address(thread);
    if (address != 0) {
      put(address, 0, 0);
    }
  }

  /** The current thread's words, in place of which there is zero until they are put back. */
  Words putAway() {
    Words words = new Words();
    long address = address(Thread.currentThread());
    if (address != 0) {
      words.first = UNSAFE.getLongUnaligned(null, address);
      words.second = UNSAFE.getLongUnaligned(null, address + 8);
      put(address, 0, 0);
    }
    return words;
  }

  /** Undoes that. */
  void putBack(Words words) {
    long address = address(Thread.currentThread());
    if (address != 0) {
      put(address, words.first, words.second);
    }
  }

  /** The object's code; if it has none yet, the next one of these words. */
  int draw(Object object, Words words) {
    long address = address(Thread.currentThread());
    if (address == 0) {
      return System.identityHashCode(object);
    }
    put(address, words.first, words.second);
    int hash = System.identityHashCode(object);
    words.first = UNSAFE.getLongUnaligned(null, address);
    words.second = UNSAFE.getLongUnaligned(null, address + 8);
    put(address, 0, 0);
    return hash;
  }

  private void give(Object object, String name) {
    Words words = new Words();
    words.seed(name.hashCode() * 0x9E3779B97F4A7C15L);
    draw(object, words);
  }

  private static @Nullable Class<?> virtualThread() {
    try {
      return Class.forName("java.lang.VirtualThread", false, null);
    } catch (ClassNotFoundException older) {
      return null;
    }
  }

  private static void put(long address, long first, long second) {
    UNSAFE.putLongUnaligned(null, address, first);
    UNSAFE.putLongUnaligned(null, address + 8, second);
  }

  /** Where the words of a thread are, the carrier's for a virtual one; 0 where that is not known. */
  private long address(Thread thread) {
    if (offset < 0) {
      return 0;
    }
    long address = UNSAFE.getLong(thread, nativeThread);
    if (address == 0
        && carrier >= 0
        && thread.getClass() == virtualThread
        && UNSAFE.getReference(thread, carrier) instanceof Thread mounted) {
      address = UNSAFE.getLong(mounted, nativeThread);
    }
    return address == 0 ? 0 : address + offset;
  }
}
