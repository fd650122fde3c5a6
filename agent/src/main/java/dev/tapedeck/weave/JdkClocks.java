package dev.tapedeck.weave;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The JDK's classes that read a clock, or draw a seed from one, on the program's behalf.
 *
 * <p>Their calls are replaced where they stand, without a site: the line that asks is the program's,
 * noted or found by walking the stack. Classes that read clocks for the JDK's own sake are left out.
 */
final class JdkClocks {

  private static final String HOOKS = "java/tapedeck/Hooks";
  private static final String SEEDS = "java/tapedeck/Seeds";
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

  /** Replaces the clock calls of one method. */
  static MethodVisitor weave(MethodVisitor next, String owner) {
    switch (owner) {
      case RANDOM:
        return new RandomSeeds(next);
      case THREAD_LOCAL_RANDOM:
        return new LaneSteps(next);
      default:
        return new Clocks(next);
    }
  }

  /** Replaces reads of the three native clocks. */
  private static final class Clocks extends MethodVisitor {

    Clocks(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean isClock = owner.equals("java/lang/System")
          && (name.equals("nanoTime") || name.equals("currentTimeMillis"));
      if (isClock) {
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, "(I)J", false);
      } else if (owner.equals("jdk/internal/misc/VM") && name.equals("getNanoTimeAdjustment")) {
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, "(JI)J", false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }

  /**
   * Makes the seed of {@code new Random()} one question.
   *
   * <p>The JDK mixes a process-wide counter with the time; both give way to one hook, so that the
   * seed does not hang on how many generators others have made.
   */
  private static final class RandomSeeds extends MethodVisitor {

    RandomSeeds(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(RANDOM) && name.equals("seedUniquifier")) {
        mv.visitInsn(Opcodes.LCONST_0);
      } else if (owner.equals("java/lang/System") && name.equals("nanoTime")) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, SEEDS, "random", "()J", false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }

  /**
   * Keeps the thread's number out of the steps of {@code ThreadLocalRandom}.
   *
   * <p>Which worker of a pool takes a task is chance, and what the task draws must not be. The seeds
   * are the lanes' own, so that equal steps do no harm.
   */
  private static final class LaneSteps extends MethodVisitor {

    LaneSteps(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean isNumber =
          owner.equals("java/lang/Thread") && (name.equals("getId") || name.equals("threadId"));
      if (isNumber) {
        mv.visitInsn(Opcodes.POP);
        mv.visitInsn(Opcodes.LCONST_0);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
