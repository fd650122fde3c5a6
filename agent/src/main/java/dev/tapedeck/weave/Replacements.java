package dev.tapedeck.weave;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that are replaced in the program's classes. */
final class Replacements {

  private static final String HOOKS = "java/tapedeck/Hooks";
  private static final String CALLS = "java/tapedeck/Calls";
  private static final String WORKERS = "java/tapedeck/Workers";
  private static final String REFLECTION = "java/tapedeck/Reflection";
  private static final String PARK = "java/util/concurrent/locks/LockSupport";
  private static final String FILE = "java/io/RandomAccessFile";
  private static final String RUNTIME = "java/lang/Runtime";
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  /** Final in Object, so the name and the descriptor say enough, whatever class javac names. */
  static final String WAIT = "wait";

  /** The same. */
  static final String NOTIFY = "notify";

  /** Static in Thread, but named through a subclass when that subclass calls it. */
  static final String SLEEP = "sleep";

  private final Map<String, Replacement> byDoor = new HashMap<>();
  private final boolean ordered;

  /**
   * Lists them.
   *
   * @param ordered with those that keep the order between lanes
   */
  Replacements(boolean ordered) {
    this.ordered = ordered;
    if (ordered) {
      OrderedCalls.list(this);
    }
    sited(HOOKS, "java/lang/System", "nanoTime", "()J");
    sited(HOOKS, "java/lang/System", "currentTimeMillis", "()J");
    sited(CALLS, "java/lang/Thread", SLEEP, "(J)V");
    sited(CALLS, "java/lang/Thread", SLEEP, "(JI)V");
    sited(CALLS, "java/lang/Thread", SLEEP, "(Ljava/time/Duration;)V");
    sited(CALLS, PARK, "park", "()V");
    sited(CALLS, PARK, "park", "(Ljava/lang/Object;)V");
    sited(CALLS, PARK, "parkNanos", "(J)V");
    sited(CALLS, PARK, "parkNanos", "(Ljava/lang/Object;J)V");
    sited(CALLS, PARK, "parkUntil", "(J)V");
    sited(CALLS, PARK, "parkUntil", "(Ljava/lang/Object;J)V");
    onReceiver(CALLS, "java/lang/Object", WAIT, "()V");
    onReceiver(CALLS, "java/lang/Object", WAIT, "(J)V");
    onReceiver(CALLS, "java/lang/Object", WAIT, "(JI)V");
    onReceiver(CALLS, "java/lang/Object", NOTIFY, "()V");
    onReceiver(CALLS, RUNTIME, "availableProcessors", "()I");
    onReceiver(CALLS, RUNTIME, "freeMemory", "()J");
    onReceiver(CALLS, RUNTIME, "totalMemory", "()J");
    onReceiver(CALLS, RUNTIME, "maxMemory", "()J");
    onReceiver(WORKERS, "java/lang/Thread", "getName", "()Ljava/lang/String;");
    onReceiver(CALLS, FILE, "length", "()J");
    onReceiver(CALLS, FILE, "setLength", "(J)V");
    onReceiver(CALLS, "java/io/FileDescriptor", "sync", "()V");
    byDoor.put(
        "java/lang/System.identityHashCode(Ljava/lang/Object;)I",
        Replacement.plain("java/tapedeck/Hashes", "identityHashCode", "", "(Ljava/lang/Object;)I"));
    String find =
        "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/MethodHandle;";
    leading(LOOKUP, "findStatic", find);
    leading(LOOKUP, "findVirtual", find);
    leading(LOOKUP, "unreflect", "(Ljava/lang/reflect/Method;)Ljava/lang/invoke/MethodHandle;");
  }

  /** The replacement of a call, or null where the call is no door. */
  @Nullable
  Replacement find(int opcode, String owner, String name, String descriptor) {
    if ((name.equals(WAIT) || name.equals(NOTIFY)) && opcode != Instructions.INVOKESTATIC) {
      return byDoor.get("java/lang/Object." + name + descriptor);
    }
    if (name.charAt(0) == '<' || owner.charAt(0) != 'j') {
      return null;
    }
    return byDoor.get(owner + '.' + name + descriptor);
  }

  /** The replacement of {@code Thread.sleep}, for a caller that knows the class to be a thread's. */
  @Nullable
  Replacement sleep(String descriptor) {
    return byDoor.get("java/lang/Thread.sleep" + descriptor);
  }

  /** Tells the scan which owners and names to look for. */
  void announce(DoorScan scan) {
    for (String door : byDoor.keySet()) {
      int dot = door.indexOf('.');
      scan.door(door.substring(0, dot), door.substring(dot + 1, door.indexOf('(')));
    }
    scan.name(WAIT);
    scan.name(NOTIFY);
    scan.name(SLEEP);
    scan.door("java/lang/reflect/Method", "invoke");
    if (ordered) {
      OrderedCalls.announce(scan);
    }
  }

  private void sited(String hooks, String owner, String name, String descriptor) {
    byDoor.put(owner + '.' + name + descriptor, Replacement.sited(hooks, name, "", descriptor));
  }

  private void onReceiver(String hooks, String owner, String name, String descriptor) {
    byDoor.put(owner + '.' + name + descriptor, Replacement.sited(hooks, name, owner, descriptor));
  }

  /** The same for a receiver that the method takes for one of a more general class. */
  void leading(String hooks, String owner, String receiver, String name, String descriptor) {
    byDoor.put(
        owner + '.' + name + descriptor, Replacement.plain(hooks, name, receiver, descriptor));
  }

  /** A call that is led to a method of the same name and parameters, receiver first. */
  void leading(String hooks, String owner, String name, String descriptor) {
    byDoor.put(owner + '.' + name + descriptor, Replacement.plain(hooks, name, owner, descriptor));
  }

  /** The same of a static method. */
  void leadingStatic(String hooks, String owner, String name, String descriptor) {
    byDoor.put(owner + '.' + name + descriptor, Replacement.plain(hooks, name, "", descriptor));
  }

  private void leading(String owner, String name, String descriptor) {
    byDoor.put(
        owner + '.' + name + descriptor, Replacement.plain(REFLECTION, name, owner, descriptor));
  }
}
