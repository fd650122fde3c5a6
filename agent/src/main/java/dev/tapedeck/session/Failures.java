package dev.tapedeck.session;

import dev.tapedeck.boundary.Declared;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Frame;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Turns what was thrown into what the tape holds, and back into its like. */
final class Failures {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long MESSAGE = offset("detailMessage");
  private static final long CAUSE = offset("cause");
  private static final long SUPPRESSED = offset("suppressedExceptions");
  private static final long FORMAT = UNSAFE.objectFieldOffset(StackTraceElement.class, "format");

  /** Of a loader and a module that need no saying: an element prints neither their name nor version. */
  private static final byte AS_OF_JDK = 3;

  /** The same of the loader alone. */
  private static final byte AS_OF_CLASS_PATH = 1;

  /** Ours that stand between the program and a door, where the JDK would call the door itself. */
  private static final List<String> CALLERS = List.of(
      "java.tapedeck.Calls",
      "java.tapedeck.ChildInput",
      "java.tapedeck.ChildOutput",
      "java.tapedeck.HttpBody",
      "java.tapedeck.HttpSending",
      "dev.tapedeck.boundary.Through");

  /** Stands below frames of the JDK that are there for our sake. */
  private static final String PRIVILEGED = "java.tapedeck.Privileged";

  /** What woven bodies call. */
  private static final String HOOKS = "java.tapedeck.Hooks";

  /** Of the callers, those that the program calls in the place of the JDK. */
  private static final List<String> REPLACED = CALLERS.subList(0, 3);

  private static final String RAW_MESSAGE = "detailMessage";
  private static final int DEEPEST = 16;
  private static final int NOT_OURS = -1;

  /** Stands among the fields of what another thread has thrown first: none of our frames are below its own. */
  private static final String FOREIGN = "thrown by another thread";

  private Failures() {}

  /** A failure with all its frames but ours: one that nobody caught. */
  static Failure whole(Throwable thrown) {
    return failure(thrown, Integer.MAX_VALUE, null, 0);
  }

  /**
   * A failure of a door, with the frames above the asking line; takes our frames out of the
   * throwable that the program is about to see.
   */
  static Failure ofDoor(Throwable thrown) {
    List<StackTraceElement> here = here();
    if (!here.isEmpty() && !isJdk(here.get(0)) && !isReplaced()) {
      return ofLibrary(thrown, isCall() ? here : here.subList(1, here.size()), 0);
    }
    int own = clean(thrown);
    return own == NOT_OURS
        ? failure(thrown, framesOfJdk(List.of(thrown.getStackTrace())), caller(), 0)
        : failure(thrown, own, null, 0);
  }

  /**
   * A failure of a library's door, whose own frames are those above what was called before. What another
   * thread has thrown keeps all of its frames.
   */
  private static Failure ofLibrary(Throwable thrown, List<StackTraceElement> below, int depth) {
    clean(thrown);
    List<StackTraceElement> trace = List.of(thrown.getStackTrace());
    int own = trace.size() - below.size();
    boolean isForeign = own < 0 || !trace.subList(own, trace.size()).equals(below);
    Map<String, @Nullable String> texts = texts(thrown);
    if (isForeign) {
      texts.put(FOREIGN, null);
    }
    List<Frame> frames = new ArrayList<>();
    for (StackTraceElement element : isForeign ? trace : trace.subList(0, own)) {
      frames.add(Frame.of(element));
    }
    Throwable cause = thrown.getCause();
    List<Failure> suppressed = new ArrayList<>();
    if (depth < DEEPEST) {
      for (Throwable other : thrown.getSuppressed()) {
        suppressed.add(ofLibrary(other, below, depth + 1));
      }
    }
    return new Failure(
        thrown.getClass().getName(),
        message(thrown),
        texts,
        cause == null || depth >= DEEPEST ? null : ofLibrary(cause, below, depth + 1),
        suppressed,
        frames);
  }

  /** Takes our frames out, and says how many were above the first, or {@link #NOT_OURS}. */
  static int clean(Throwable thrown) {
    List<StackTraceElement> clean = new ArrayList<>();
    int own = NOT_OURS;
    boolean isBelowOurs = false;
    for (StackTraceElement element : thrown.getStackTrace()) {
      isBelowOurs = isOurs(element) || isBelowOurs && isStandIn(element);
      if (!isBelowOurs) {
        clean.add(element);
      } else if (own == NOT_OURS) {
        own = clean.size();
      }
    }
    if (own != NOT_OURS) {
      thrown.setStackTrace(clean.toArray(new StackTraceElement[0]));
    }
    return own;
  }

  /** The frame below the door's. */
  private static @Nullable StackTraceElement caller() {
    List<StackTraceElement> theirs = here();
    return theirs.size() < 2 ? null : theirs.get(1);
  }

  /** Makes a throwable like the one that was recorded, thrown by the current thread. */
  static Throwable again(Failure failure) {
    List<StackTraceElement> here = here();
    // Below such a call stands whoever called, the JDK's reflection and its buffers too.
    int own = isCall() ? 0 : framesOfJdk(here);
    if (own == 0 && !here.isEmpty() && !isCall()) {
      own = 1; // the method of a library that is a door itself
    }
    return again(failure, here.subList(own, here.size()));
  }

  private static boolean isCall() {
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (CALLERS.contains(element.getClassName())) {
        return true;
      }
      if (element.getClassName().equals(HOOKS)) {
        return false; // a door of its own, whoever has called that
      }
    }
    return false;
  }

  /** Whether a call of the program's has been replaced by one of ours. */
  private static boolean isReplaced() {
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (REPLACED.contains(element.getClassName())) {
        return true;
      }
      if (element.getClassName().equals(HOOKS)) {
        return false;
      }
    }
    return false;
  }

  /** The current thread's frames without ours, from the door on. */
  private static List<StackTraceElement> here() {
    List<StackTraceElement> here = new ArrayList<>();
    boolean isBelowOurs = false;
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      if (element.getClassName().equals(PRIVILEGED)) {
        here.clear(); // what led from there to us is the JDK's, but none of the program's
      }
      isBelowOurs = isOurs(element) || isBelowOurs && isStandIn(element);
      if (!isBelowOurs) {
        here.add(element);
      }
    }
    return here;
  }

  static boolean isOurs(StackTraceElement element) {
    String name = element.getClassName();
    return name.startsWith("java.tapedeck.")
        || name.startsWith("dev.tapedeck.session.")
        || name.startsWith("dev.tapedeck.boundary.");
  }

  /** Whether it calls us on behalf of a library, one of whose interfaces we stand in for. */
  private static boolean isStandIn(StackTraceElement element) {
    return element.getClassName().contains(".$Proxy");
  }

  /** How many frames at the top are the JDK's: those of the door. */
  private static int framesOfJdk(List<StackTraceElement> frames) {
    int count = 0;
    while (count < frames.size() && isJdk(frames.get(count))) {
      count++;
    }
    return count;
  }

  private static boolean isJdk(StackTraceElement element) {
    String loader = element.getClassLoaderName();
    return element.getModuleName() != null && (loader == null || loader.equals("platform"));
  }

  private static Failure failure(
      Throwable thrown, int most, @Nullable StackTraceElement caller, int depth) {
    StackTraceElement[] trace = thrown.getStackTrace();
    Map<String, @Nullable String> texts = texts(thrown);
    boolean isForeign = caller != null && !List.of(trace).contains(caller);
    if (isForeign) {
      texts.put(FOREIGN, null);
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < trace.length && (isForeign || frames.size() < most); i++) {
      if (!isOurs(trace[i])) {
        frames.add(Frame.of(trace[i]));
      }
    }
    Throwable cause = thrown.getCause();
    List<Failure> suppressed = new ArrayList<>();
    if (depth < DEEPEST) {
      for (Throwable other : thrown.getSuppressed()) {
        suppressed.add(failure(other, most, caller, depth + 1));
      }
    }
    return new Failure(
        thrown.getClass().getName(),
        message(thrown),
        texts,
        cause == null || depth >= DEEPEST ? null : failure(cause, most, caller, depth + 1),
        suppressed,
        frames);
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (RuntimeException | LinkageError theirs) {
      return null; // the program's own exception class
    }
  }

  /** The texts and numbers below Throwable, and the raw message where a class makes another of it. */
  private static Map<String, @Nullable String> texts(Throwable thrown) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    Object raw = UNSAFE.getReference(thrown, MESSAGE);
    texts.put(RAW_MESSAGE, thrown instanceof NullPointerException ? message(thrown) : (String) raw);
    for (Field field : plainFields(thrown.getClass())) {
      texts.put(field.getName(), text(thrown, field));
    }
    ThrownParts.note(thrown, texts);
    return texts;
  }

  private static List<Field> plainFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Throwable.class; at = at.getSuperclass()) {
      for (Field field : Declared.fields(at)) {
        boolean isPlain = field.getType() == String.class
            || field.getType() == int.class
            || field.getType() == long.class;
        if (isPlain && !Modifier.isStatic(field.getModifiers())) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static @Nullable String text(Throwable thrown, Field field) {
    long offset = UNSAFE.objectFieldOffset(field);
    if (field.getType() == int.class) {
      return Integer.toString(UNSAFE.getInt(thrown, offset));
    }
    if (field.getType() == long.class) {
      return Long.toString(UNSAFE.getLong(thrown, offset));
    }
    return (String) UNSAFE.getReference(thrown, offset);
  }

  private static void put(Throwable made, Field field, @Nullable String text) {
    long offset = UNSAFE.objectFieldOffset(field);
    if (field.getType() == String.class) {
      UNSAFE.putReference(made, offset, text);
    } else if (text != null && field.getType() == int.class) {
      UNSAFE.putInt(made, offset, Integer.parseInt(text));
    } else if (text != null) {
      UNSAFE.putLong(made, offset, Long.parseLong(text));
    }
  }

  private static Throwable again(Failure failure, List<StackTraceElement> below) {
    Throwable made = allocate(failure.className());
    UNSAFE.putReference(
        made, MESSAGE, failure.fields().getOrDefault(RAW_MESSAGE, failure.message()));
    UNSAFE.putReference(made, SUPPRESSED, UNSAFE.getReference(new Throwable(), SUPPRESSED));
    for (Field field : plainFields(made.getClass())) {
      if (failure.fields().containsKey(field.getName())) {
        put(made, field, failure.fields().get(field.getName()));
      }
    }
    Failure cause = failure.cause();
    UNSAFE.putReference(made, CAUSE, cause == null ? made : again(cause, below));
    List<StackTraceElement> trace = new ArrayList<>();
    for (Frame frame : failure.frames()) {
      trace.add(element(frame));
    }
    if (!failure.fields().containsKey(FOREIGN)) {
      trace.addAll(below);
    }
    UNSAFE.putReference(made, offset("stackTrace"), new StackTraceElement[0]);
    made.setStackTrace(trace.toArray(new StackTraceElement[0]));
    for (Failure suppressed : failure.suppressed()) {
      made.addSuppressed(again(suppressed, below));
    }
    ThrownParts.restore(made, failure.fields());
    return made;
  }

  private static StackTraceElement element(Frame frame) {
    StackTraceElement element = frame.toStackTraceElement();
    if (isJdk(element)) {
      UNSAFE.putByte(element, FORMAT, AS_OF_JDK);
    } else if ("app".equals(element.getClassLoaderName())) {
      UNSAFE.putByte(element, FORMAT, AS_OF_CLASS_PATH);
    }
    return element;
  }

  private static Throwable allocate(String className) {
    try {
      Class<?> type = Class.forName(className, true, ClassLoader.getSystemClassLoader());
      return (Throwable) UNSAFE.allocateInstance(type);
    } catch (ClassNotFoundException | InstantiationException | LinkageError gone) {
      throw new java.tapedeck.Divergence(
          "the tape holds a " + className + ", a class that is not there in the replay");
    }
  }

  private static long offset(String field) {
    return UNSAFE.objectFieldOffset(Throwable.class, field);
  }
}
