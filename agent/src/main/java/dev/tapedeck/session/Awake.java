package dev.tapedeck.session;

/**
 * Wakes classes of the JDK before the program starts, so that it finds the same ones awake in a
 * recording and in its replay.
 *
 * <p>Recorder and replayer use different parts of the JDK, and a class that one of them has woken and
 * the other has not would be seen by the program. Some classes come to a door when they are
 * initialised. And every class draws an identity hash code from the thread that links it (HotSpot:
 * {@code Verifier::verify}), which shifts every later one.
 */
public final class Awake {

  private static final String[] ASKING = {
    "java.util.concurrent.ThreadLocalRandom", "java.time.Clock",
  };

  /** What one of the two uses before the program starts, or later at a door. */
  private static final String[] OURS = {
    "java.tapedeck.Calls",
    "java.tapedeck.Divergence",
    "java.tapedeck.Notice",
    "java.tapedeck.References",
    "java.tapedeck.Reflection",
    "java.tapedeck.Seeds",
    "java.tapedeck.Until",
    "java.io.FileInputStream$1",
    "java.io.RandomAccessFile$1",
    "java.lang.ProcessEnvironment$StringEntry",
    "java.lang.ProcessEnvironment$StringEntrySet",
    "java.lang.ProcessEnvironment$StringEntrySet$1",
    "java.lang.StackTraceElement$HashedModules",
    "java.lang.Throwable$PrintStreamOrWriter",
    "java.lang.Throwable$WrappedPrintStream",
    "java.util.AbstractList$RandomAccessSpliterator",
    "java.util.ArrayList$SubList",
    "java.util.ArrayList$SubList$1",
    "java.util.Arrays$ArrayItr",
    "java.util.Arrays$ArrayList",
    "java.util.Arrays$LegacyMergeSort",
    "java.util.Collections$EmptyIterator",
    "java.util.Collections$SynchronizedCollection",
    "java.util.Collections$SynchronizedSet",
    "java.util.Collections$UnmodifiableList",
    "java.util.Collections$UnmodifiableRandomAccessList",
    "java.util.ComparableTimSort",
    "java.util.IdentityHashMap",
    "java.util.LinkedHashMap$LinkedEntryIterator",
    "java.util.LinkedHashMap$LinkedEntrySet",
    "java.util.LinkedHashMap$LinkedKeyIterator",
    "java.util.LinkedHashMap$LinkedKeySet",
    "java.util.LinkedHashMap$LinkedValueIterator",
    "java.util.LinkedHashMap$LinkedValues",
    "java.util.NavigableSet",
    "java.util.NoSuchElementException",
    "java.util.Properties$EntrySet",
    "java.util.SortedSet",
    "java.util.TreeMap$EntryIterator",
    "java.util.TreeMap$EntrySet",
    "java.util.TreeMap$KeyIterator",
    "java.util.TreeMap$KeySet",
    "java.util.TreeMap$ValueIterator",
    "java.util.TreeMap$Values",
    "java.util.concurrent.ConcurrentHashMap$EntryIterator",
    "java.util.concurrent.ConcurrentHashMap$EntrySetView",
    "java.util.concurrent.ConcurrentHashMap$MapEntry",
    "java.util.function.ToLongBiFunction",
    "java.util.zip.CRC32C",
    "jdk.internal.misc.Blocker",
    "sun.nio.fs.UnixFileModeAttribute",
  };

  private Awake() {}

  /** Wakes them in the same order in both modes; call before anything that only one of them does. */
  public static void all() {
    wake(ASKING);
    wake(OURS);
  }

  private static void wake(String[] names) {
    for (String name : names) {
      wake(name);
    }
  }

  /** True when this JDK has such a class. */
  private static boolean wake(String name) {
    try {
      return Class.forName(name, true, null) != null;
    } catch (ClassNotFoundException other) {
      return false;
    }
  }
}
