package java.tapedeck;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** What woven code calls where lanes meet. */
public final class Order {

  /** Who keeps the order at the moment. */
  public static volatile Orderer orderer = new Orderer();

  /** Found out before there is a second lane: whoever came to it first later would do so as part of his lane. */
  private static final @Nullable Object HANDLERS = JdkTables.ofUrl();

  /** What all static fields belong to. */
  private static final Object STATIC = Order.class;

  private Order() {}

  /** Stands before a {@code monitorenter}. */
  public static void before(@Nullable Object subject, int site) {
    if (subject != null) { // else it is about to fail
      Orderer now = orderer;
      now.before(subject, site);
      if (Hashes.isLocked(subject)) {
        now.blocked(subject, site);
      }
    }
  }

  /** Stands behind a {@code monitorenter}. */
  public static void taken(Object subject, int site) {
    orderer.taken(subject, site);
  }

  /** Stands before an access of a volatile field or the like; the subject is the object that has it. */
  public static void begin(@Nullable Object subject) {
    if (subject != null) { // else it is about to fail
      orderer.begin(subject);
    }
  }

  /**
   * Stands before an access of an element. One that is about to fail has no end, and must not keep others away: who catches
   * it may do nothing ordered for long.
   */
  public static void beginElement(@Nullable Object array, int index) {
    if (array != null && index >= 0 && index < Array.getLength(array)) {
      orderer.begin(array);
    }
  }

  /** Stands before the same of a static field. */
  public static void beginStatic() {
    orderer.begin(STATIC);
  }

  /** Stands before a call of a collection that may be one without locks; 1 where {@link #part} shall follow. */
  public static int meet(@Nullable Object self) {
    Orderer now = orderer;
    Object subject = self == null || !now.keeps() ? null : Shared.of(self);
    if (subject == null) {
      return 0;
    }
    now.meet(subject);
    return 1;
  }

  /** Stands before a call that may be about what lanes share without any order; 1 where {@link #part} shall follow. */
  public static int meetPlain(@Nullable Object self) {
    Orderer now = orderer;
    Object subject = self == null || !now.keeps() ? null : Plain.of(self);
    if (subject == null) {
      return 0;
    }
    now.meet(subject);
    return 1;
  }

  /** Stands before a call of an atomic by a method reference; 1 where {@link #part} shall follow. */
  public static int meetAtomic(@Nullable Object self) {
    if (self == null) {
      return 0;
    }
    orderer.meet(self);
    return 1;
  }

  /** {@link System#arraycopy} of arrays that lanes share without any order. */
  public static void arraycopy(
      @Nullable Object from, int start, @Nullable Object to, int place, int count) {
    int read = meetPlain(from);
    int written = meetPlain(to);
    try {
      System.arraycopy(from, start, to, place, count);
    } finally {
      part(written);
      part(read);
    }
  }

  /** Stands behind the call, whatever came of it. */
  public static void part(int met) {
    if (met != 0) {
      orderer.end();
    }
  }

  /** Stands behind it. */
  public static void end() {
    orderer.end();
  }

  /** Stands at the beginning of a synchronized method. */
  public static void entered(Object subject, int site) {
    if (subject != HANDLERS) {
      orderer.entered(subject, site);
    }
  }

  /** Stands where a task of a fork/join pool is about to run. */
  public static boolean mayRun(Object task) {
    return orderer.mayRun(task);
  }

  /** Stands at the beginning of a static initialiser. */
  public static void initializes(int site) {
    orderer.initializes(site);
  }

  /** Stands at the end of a static initialiser. */
  public static void initialized() {
    orderer.initialized();
  }
}
