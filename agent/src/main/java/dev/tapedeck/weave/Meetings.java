package dev.tapedeck.weave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Leads calls of collections without locks, whose methods may call back and may fail, over methods that
 * are made as they are needed: each in a class of its own in the bootstrap loader.
 *
 * <pre>
 *   static R name(Owner self, arguments) {
 *     int met = Order.meet(self);
 *     try { return self.name(arguments); } finally { Order.part(met); }
 *   }
 * </pre>
 */
final class Meetings {

  private static final String ORDER = "java/tapedeck/Order";
  private static final String PREFIX = "java/tapedeck/Meeting";
  private static final String UTIL = "java/util/";
  private static final String PROPERTIES = UTIL + "Properties";
  private static final String CONCURRENT = UTIL + "concurrent/";
  private static final String ATOMIC = CONCURRENT + "atomic/";

  /** What has the threads of a scope of tasks (JDK 21): once it is shut down, none can be started. */
  private static final String FLOCK = "jdk/internal/misc/ThreadFlock";

  /** The last class file version (Java 5) without frames. */
  private static final int VERSION = 49;

  private static final Set<String> OWNERS = new HashSet<>(List.of(
      UTIL + "Collection",
      UTIL + "Deque",
      UTIL + "Iterator",
      UTIL + "List",
      UTIL + "Map",
      UTIL + "NavigableMap",
      UTIL + "NavigableSet",
      PROPERTIES,
      UTIL + "Queue",
      UTIL + "Set",
      UTIL + "SortedMap",
      UTIL + "SortedSet",
      CONCURRENT + "ConcurrentHashMap",
      CONCURRENT + "ConcurrentHashMap$KeySetView",
      CONCURRENT + "ConcurrentLinkedDeque",
      CONCURRENT + "ConcurrentLinkedQueue",
      CONCURRENT + "ConcurrentMap",
      CONCURRENT + "ConcurrentNavigableMap",
      CONCURRENT + "ConcurrentSkipListMap",
      CONCURRENT + "ConcurrentSkipListSet",
      CONCURRENT + "CopyOnWriteArrayList",
      CONCURRENT + "CopyOnWriteArraySet"));

  /** Those that can be shared only where something else orders their use. */
  private static final Set<String> PLAIN = new HashSet<>(List.of(
      "AbstractCollection",
      "AbstractList",
      "AbstractMap",
      "AbstractQueue",
      "AbstractSet",
      "ArrayDeque",
      "ArrayList",
      "BitSet",
      "EnumMap",
      "HashMap",
      "HashSet",
      "IdentityHashMap",
      "LinkedHashMap",
      "LinkedHashSet",
      "LinkedList",
      "ListIterator",
      "Map$Entry",
      "PriorityQueue",
      "TreeMap",
      "TreeSet",
      "WeakHashMap"));

  /** Static methods of these are about their first argument. */
  private static final List<String> STATIC = List.of(UTIL + "Arrays", UTIL + "Collections");

  /** Methods of maps that call back while they hold a lock of their own: who waits for his turn there would keep others out. */
  private static final Set<String> LOCKED =
      new HashSet<>(List.of("compute", "computeIfAbsent", "computeIfPresent", "merge"));

  private final Map<String, Replacement> made = new HashMap<>();

  /** The same, only of calls that take a lock of their own and call back with it. */
  @Nullable
  Replacement ofLocked(int opcode, String owner, String name, String descriptor) {
    return LOCKED.contains(name) ? of(opcode, owner, name, descriptor) : null;
  }

  /** The replacement of a call; null where nobody can meet. */
  @Nullable
  Replacement of(int opcode, String owner, String name, String descriptor) {
    boolean isVirtual = opcode == Instructions.INVOKEVIRTUAL;
    if (owner.equals(FLOCK) && (name.equals("start") || name.equals("shutdown"))) {
      return made(opcode, owner, name, descriptor, "meetAtomic");
    }
    if (!isVirtual && opcode != Instructions.INVOKEINTERFACE
        || !OWNERS.contains(owner)
        || takesLong(owner, name)) {
      return null;
    }
    return made(opcode, owner, name, descriptor, "meet");
  }

  /** What takes as long as somebody else likes must not keep others away; it holds a monitor meanwhile. */
  private static boolean takesLong(String owner, String name) {
    return owner.equals(PROPERTIES)
        && (name.startsWith("load")
            || name.startsWith("store")
            || name.startsWith("list")
            || name.equals("forEach"));
  }

  /** The same of all collections, and of arrays that are given to methods of the JDK. */
  @Nullable
  Replacement ofPlain(int opcode, String owner, String name, String descriptor) {
    if (opcode == Instructions.INVOKESTATIC) {
      boolean isShared = descriptor.startsWith("([") || descriptor.startsWith("(L" + UTIL);
      return isShared && STATIC.contains(owner)
          ? made(opcode, owner, name, descriptor, "meetPlain")
          : null;
    }
    boolean isPlain = OWNERS.contains(owner)
        || owner.startsWith(UTIL) && PLAIN.contains(owner.substring(UTIL.length()));
    return opcode != Instructions.INVOKESPECIAL && isPlain && !takesLong(owner, name)
        ? made(opcode, owner, name, descriptor, "meetPlain")
        : null;
  }

  /** The same of references to methods of atomics; around a call of theirs no method is needed. */
  @Nullable
  Replacement ofAtomic(int opcode, String owner, String name, String descriptor) {
    return opcode == Instructions.INVOKEVIRTUAL
            && owner.startsWith(ATOMIC)
            && !owner.endsWith("FieldUpdater")
            && !OrderedClasses.isWithin(owner, name, descriptor)
        ? made(opcode, owner, name, descriptor, "meetAtomic")
        : null;
  }

  private synchronized Replacement made(
      int opcode, String owner, String name, String descriptor, String meet) {
    String key = meet + ' ' + owner + '.' + name + descriptor;
    Replacement known = made.get(key);
    if (known == null) {
      String hooks = PREFIX + made.size();
      byte[] bytes = bridge(hooks, opcode, owner, name, descriptor, meet);
      Unsafe.getUnsafe().defineClass(hooks.replace('/', '.'), bytes, 0, bytes.length, null, null);
      String receiver = opcode == Instructions.INVOKESTATIC ? "" : owner;
      known = Replacement.plain(hooks, name, receiver, descriptor);
      made.put(key, known);
    }
    return known;
  }

  private static byte[] bridge(
      String self, int opcode, String owner, String name, String descriptor, String meet) {
    Bytes empty =
        new Bytes(32).u4(0xCAFEBABE).u2(0).u2(VERSION).u2(1).u2(0x21).u2(0).u2(0);
    ConstantPool pool = new ConstantPool(empty.u2(0).u2(0).u2(0).u2(0).toBytes());
    String parameters = Types.parameters(descriptor);
    char result = Types.result(descriptor);
    boolean isStatic = opcode == Instructions.INVOKESTATIC;
    int first = isStatic ? 0 : 1;
    int met = first;
    for (int i = 0; i < parameters.length(); i++) {
      met += Types.size(parameters.charAt(i));
    }
    Snippet code = new Snippet(pool)
        .loadThis()
        .call(Instructions.INVOKESTATIC, ORDER, meet, "(Ljava/lang/Object;)I")
        .store('I', met);
    int from = code.code().length();
    if (!isStatic) {
      code.loadThis();
    }
    int local = first;
    for (int i = 0; i < parameters.length(); i++) {
      code.load(parameters.charAt(i), local);
      local += Types.size(parameters.charAt(i));
    }
    if (opcode == Instructions.INVOKEINTERFACE) {
      code.callInterface(owner, name, descriptor, met);
    } else {
      code.call(opcode, owner, name, descriptor);
    }
    int to = code.code().length();
    part(code, met).op(Types.returning(result));
    int handler = code.code().length();
    part(code, met).op(Instructions.ATHROW);
    int selfType = pool.type(self);
    int superType = pool.type("java/lang/Object");
    int nameIndex = pool.utf8(name);
    int type = pool.utf8(isStatic ? descriptor : "(L" + owner + ";" + descriptor.substring(1));
    int codeName = pool.utf8("Code");
    Bytes body = code.code();
    Bytes file = new Bytes(512);
    pool.writeTo(file);
    file.u2(0x21).u2(selfType).u2(superType).u2(0).u2(0).u2(1);
    file.u2(0x9).u2(nameIndex).u2(type).u2(1);
    file.u2(codeName).u4(12 + body.length() + 8).u2(met + 4).u2(met + 1).u4(body.length());
    file.copy(body).u2(1).u2(from).u2(to).u2(handler).u2(0).u2(0).u2(0);
    return file.toBytes();
  }

  private static Snippet part(Snippet code, int met) {
    return code.load('I', met).call(Instructions.INVOKESTATIC, ORDER, "part", "(I)V");
  }
}
