package dev.tapedeck.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's classes that read a clock, or draw a seed from one, on the program's behalf.
 *
 * <p>Their calls are replaced where they stand, without a site: the line that asks is the program's,
 * noted or found by walking the stack. Classes that read clocks for the JDK's own sake are left out.
 */
final class JdkClocks {

  private static final String SYSTEM = "java/lang/System";
  private static final String REFERENCES = "java/tapedeck/References";
  private static final String SEEDS = "java/tapedeck/Seeds";
  private static final String LONG = "()J";
  private static final String RANDOM = "java/util/Random";

  private static final String THREAD_LOCAL_RANDOM = "java/util/concurrent/ThreadLocalRandom";

  private final Set<String> owners = new HashSet<>();

  JdkClocks() {
    String[] readers = {
      "java/time/Clock",
      "java/time/Clock$SystemClock",
      "java/time/Clock$SystemInstantSource",
      "java/time/Clock$TickClock",
      "java/time/InstantSource",
      "java/util/Date",
      "java/util/Calendar",
      "java/util/GregorianCalendar",
      "java/util/JapaneseImperialCalendar",
      "java/util/TimerTask",
      "java/util/zip/ZipOutputStream",
      "java/text/SimpleDateFormat",
      "java/net/HttpCookie",
      "sun/util/calendar/AbstractCalendar",
      "sun/util/calendar/Gregorian",
      "sun/util/calendar/JulianCalendar",
      "sun/util/calendar/LocalGregorianCalendar",
      "sun/util/locale/provider/CalendarProviderImpl",
      "java/util/Currency",
      "sun/util/calendar/ZoneInfo",
      "java/rmi/server/UID",
      "jdk/nio/zipfs/ZipFileSystem",
      "jdk/nio/zipfs/ZipFileSystem$Entry",
      "com/sun/org/apache/xerces/internal/dom/events/EventImpl",
      "javax/management/remote/JMXConnectionNotification",
      "javax/management/MBeanServerDelegate",
      "javax/management/monitor/Monitor",
      RANDOM,
      THREAD_LOCAL_RANDOM,
    };
    for (String reader : readers) {
      owners.add(reader);
    }
  }

  Set<String> owners() {
    return owners;
  }

  boolean reads(String owner) {
    return owners.contains(owner);
  }

  /**
   * Makes the constants that name a clock name its replacement, and so all calls of the class.
   *
   * <p>The JDK makes the seed of {@code new Random()} of a process-wide counter and the time. Both
   * give way to one question, so that the seed does not hang on how many generators others have made.
   */
  static void redirect(ConstantPool pool, String owner) {
    boolean isRandom = owner.equals(RANDOM);
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.METHOD) {
        if (isRandom && pool.isNamed(i, "seedUniquifier")) {
          pool.redirect(i, SEEDS, "none", LONG);
        } else if (pool.isNamed(i, "nanoTime") && pool.owner(i).equals(SYSTEM)) {
          pool.redirect(i, isRandom ? SEEDS : REFERENCES, isRandom ? "random" : "nanoTime", LONG);
        } else if (pool.isNamed(i, "currentTimeMillis") && pool.owner(i).equals(SYSTEM)) {
          pool.redirect(i, REFERENCES, "currentTimeMillis", LONG);
        } else if (pool.isNamed(i, "getNanoTimeAdjustment")) {
          pool.redirect(i, REFERENCES, "getNanoTimeAdjustment", "(J)J");
        }
      }
    }
  }

  /**
   * Keeps the thread's number out of the steps of {@code ThreadLocalRandom}; null elsewhere.
   *
   * <p>Which worker of a pool takes a task is chance, and what the task draws must not be. The seeds
   * are the lanes' own, so that equal steps do no harm.
   */
  static @Nullable List<Insertion> steps(Code code, ConstantPool pool, String owner) {
    if (!owner.equals(THREAD_LOCAL_RANDOM)) {
      return null;
    }
    List<Insertion> insertions = null;
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (code.calls(pc) && isThreadNumber(pool, code.operand(pc))) {
        insertions = insertions == null ? new ArrayList<>() : insertions;
        Bytes zero =
            new Snippet(pool).op(Instructions.POP).op(Instructions.LCONST_0).code();
        insertions.add(new Insertion(pc, zero, true, null));
      }
    }
    return insertions;
  }

  private static boolean isThreadNumber(ConstantPool pool, int reference) {
    String name = pool.name(reference);
    return (name.equals("getId") || name.equals("threadId"))
        && pool.owner(reference).equals("java/lang/Thread");
  }
}
