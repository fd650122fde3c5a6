package dev.tapedeck.weave;

import dev.tapedeck.boundary.SiteTable;
import dev.tapedeck.tape.Tier;
import java.tapedeck.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the calls of doors in a class of the program, and notes its line before entrances. */
final class ProgramClass extends ClassWeaver {

  private static final String METHOD = "Ljava/lang/reflect/Method;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String OPERANDS = "[Ljava/lang/Object;";
  private static final int VIRTUAL_HANDLE = 5;
  private static final int STATIC_HANDLE = 6;
  private static final int INTERFACE_HANDLE = 9;
  private static final int DEEPER = 4;

  /** Makes a lambda again that was written to a stream, and knows by its names what it referred to. */
  private static final String DESERIALIZES = "$deserializeLambda$";

  private final Replacements replacements;
  private final SiteTable sites;
  private final Ancestry ancestry;
  private final String name;
  private final boolean[] doors;
  private final boolean mayBeThread;
  private final boolean isAtomic;
  private final boolean ordered;
  private final @Nullable Atomics atomics;
  private final @Nullable PlainAccesses plain;

  /** Fields that have a place among the locks; null where it has none, or where all have one. */
  private final @Nullable Atomics guarded;

  private final Meetings meetings;

  /** The lines of the calls in the current method that have a site. */
  private final List<Integer> lines = new ArrayList<>();

  /**
   * Prepares to weave.
   *
   * @param doors the constants that may name a door
   * @param order what is kept of the order between lanes
   * @param races where more has a place in it
   */
  ProgramClass(
      byte[] file,
      ConstantPool pool,
      Replacements replacements,
      SiteTable sites,
      Ancestry ancestry,
      String name,
      boolean[] doors,
      boolean mayBeThread,
      Tier order,
      Meetings meetings,
      @Nullable ClassLoader loader,
      @Nullable Races races) {
    super(file, pool);
    this.replacements = replacements;
    this.sites = sites;
    this.ancestry = ancestry;
    this.name = name.replace('/', '.');
    this.doors = doors;
    this.mayBeThread = mayBeThread;
    this.meetings = meetings;
    this.isAtomic = loader == null && OrderedClasses.isAtomic(name);
    this.ordered = order.holds(Tier.LOCKS);
    this.atomics = order.holds(Tier.FULL)
        ? new Atomics(pool, new VolatileFields(file, pool, loader, races), ancestry)
        : null;
    this.plain = races != null && races.has(name) ? new PlainAccesses(pool, meetings) : null;
    GuardedFields fields = ordered && atomics == null ? GuardedFields.of(file, pool, loader) : null;
    this.guarded = fields == null ? null : new Atomics(pool, fields, ancestry);
    handles(loader != null);
  }

  /** Method references are constants: what they name is what all code that uses them gets. */
  private void handles(boolean isProgram) {
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.METHOD_HANDLE) {
        int kind = file[pool.position(i) + 1];
        int opcode = opcode(kind);
        Replacement replacement = opcode == NONE
            ? null
            : referred(opcode, Bytes.u2(file, pool.position(i) + 2), isProgram);
        if (replacement != null) {
          replacement.redirect(pool, i);
          if (kind != STATIC_HANDLE) {
            new BoundReceivers(file, pool).take(i, replacement.receiver());
          }
        }
      }
    }
  }

  /** The call that a method handle stands for (JVMS 5.4.3.5); of constructors and {@code super} it is none of ours. */
  private static int opcode(int kind) {
    if (kind == VIRTUAL_HANDLE) {
      return Instructions.INVOKEVIRTUAL;
    }
    return kind == STATIC_HANDLE
        ? Instructions.INVOKESTATIC
        : kind == INTERFACE_HANDLE ? Instructions.INVOKEINTERFACE : NONE;
  }

  private @Nullable Replacement referred(int opcode, int reference, boolean isProgram) {
    Replacement replacement = doors[reference] ? replacement(opcode, reference) : null;
    if (replacement != null || !ordered || !isProgram || pool.says(DESERIALIZES)) {
      return replacement;
    }
    String owner = pool.owner(reference);
    String called = pool.name(reference);
    String type = pool.descriptor(reference);
    Replacement shared = plain == null ? null : meetings.ofPlain(opcode, owner, called, type);
    Replacement meeting = shared == null ? meeting(opcode, reference) : shared;
    return meeting == null && atomics != null
        ? meetings.ofAtomic(opcode, owner, called, type)
        : meeting;
  }

  @Override
  @Nullable
  List<Insertion> weave(int access, String method, String descriptor, Code code) {
    if (isAtomic && !OrderedClasses.isWithin(pool.self(), method, descriptor)) {
      return null;
    }
    boolean isRun =
        mayBeThread && method.equals("run") && descriptor.equals("()V") && (access & STATIC) == 0;
    if (isRun) {
      new Snippet(pool, code.prefix)
          .push(Notice.THREAD_RUNNING)
          .loadThis()
          .op(Instructions.ACONST_NULL)
          .hook("notice", "(ILjava/lang/Object;Ljava/lang/Object;)V");
    }
    lines.clear();
    boolean isSearch = ordered
        && ClassDefinitions.isSearch(method, descriptor)
        && (access & STATIC) == 0
        && ancestry.isLoader(name.replace('.', '/'));
    boolean isEntered = ordered
        && !isSearch
        && (access & Monitors.SYNCHRONIZED) != 0
        && Monitors.enter(
            code,
            pool,
            pool.version(),
            pool.selfIndex(),
            (access & STATIC) != 0,
            site(method, descriptor, code, 0));
    List<Insertion> insertions = null;
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      Insertion insertion = at(method, descriptor, code, pc);
      if (insertion != null) {
        insertions = insertions == null ? new ArrayList<>() : insertions;
        insertions.add(insertion);
      }
    }
    code.deeper = DEEPER;
    if (isSearch) {
      return Insertion.merged(insertions, ClassDefinitions.weave(code, pool));
    }
    if (ordered && method.equals("<clinit>")) {
      int site = site(method, descriptor, code, 0);
      return Insertion.merged(insertions, Monitors.initialize(code, pool, site));
    }
    return insertions == null && (isRun || isEntered) ? List.of() : insertions;
  }

  private @Nullable Insertion at(String method, String descriptor, Code code, int pc) {
    if (ordered && code.opcode(pc) == Instructions.MONITORENTER) {
      return Monitors.taking(pool, pc, site(method, descriptor, code, pc));
    }
    Insertion around = ordered ? Blocking.before(code, pool, pc) : null;
    if (around == null && ordered) {
      around = SuperCalls.around(code, pool, pc, ancestry);
    }
    if (around != null) {
      return around;
    }
    Insertion insertion =
        code.calls(pc) && doors[code.operand(pc)] ? insertion(method, descriptor, code, pc) : null;
    return insertion == null && ordered ? met(code, method, pc) : insertion;
  }

  private @Nullable Insertion met(Code code, String method, int pc) {
    Insertion shared = plain == null ? null : plain.at(code, pc);
    if (shared != null) {
      return shared;
    }
    Replacement meeting = code.calls(pc) ? meeting(code.opcode(pc), code.operand(pc)) : null;
    if (meeting != null) {
      return new Insertion(pc, meeting.callWithoutSite(new Snippet(pool)).code(), true, null);
    }
    if (atomics != null) {
      return atomics.around(code, method, pc);
    }
    return guarded == null ? null : guarded.ofField(code, method, pc);
  }

  private @Nullable Replacement meeting(int opcode, int reference) {
    String owner = pool.owner(reference);
    String called = pool.name(reference);
    String descriptor = pool.descriptor(reference);
    return atomics == null
        ? meetings.ofLocked(opcode, owner, called, descriptor)
        : meetings.of(opcode, owner, called, descriptor);
  }

  private @Nullable Insertion insertion(String method, String descriptor, Code code, int pc) {
    int reference = code.operand(pc);
    Replacement replacement = replacement(code.opcode(pc), reference);
    if (replacement != null) {
      int site = replacement.sited() ? site(method, descriptor, code, pc) : 0;
      return new Insertion(pc, replacement.call(new Snippet(pool), site).code(), true, null);
    }
    String owner = pool.owner(reference);
    String called = pool.name(reference);
    if (owner.equals("java/lang/reflect/Method") && called.equals("invoke")) {
      return new Insertion(pc, invoke(), false, null);
    }
    if (Entrances.is(owner, called, pool.descriptor(reference))) {
      int site = site(method, descriptor, code, pc);
      return new Insertion(
          pc,
          new Snippet(pool).push(site).hook("at", "(I)V").code(),
          false,
          new Snippet(pool).push(0).hook("at", "(I)V").code());
    }
    return null;
  }

  @Override
  @Nullable
  List<Insertion> weaveInPlace(Code code) {
    List<Insertion> insertions = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      Replacement replacement = code.calls(pc) && doors[code.operand(pc)]
          ? replacement(code.opcode(pc), code.operand(pc))
          : null;
      if (replacement != null) {
        Bytes call = replacement.callWithoutSite(new Snippet(pool)).code();
        insertions.add(new Insertion(pc, call, true, null));
      }
    }
    return insertions;
  }

  @Override
  int nativeDoor(String method, String descriptor) {
    return NONE;
  }

  private @Nullable Replacement replacement(int opcode, int reference) {
    String owner = pool.owner(reference);
    String called = pool.name(reference);
    String descriptor = pool.descriptor(reference);
    Replacement replacement = replacements.find(opcode, owner, called, descriptor);
    if (opcode == Instructions.INVOKESPECIAL && replacement != null && !isFinal(called)) {
      return null; // the replacement would come back to the method that calls this
    }
    if (replacement == null
        && opcode == Instructions.INVOKESTATIC
        && called.equals(Replacements.SLEEP)) {
      Replacement sleep = replacements.sleep(descriptor);
      return sleep != null && ancestry.isThread(owner) ? sleep : null;
    }
    if (replacement == null && ordered && opcode != Instructions.INVOKESPECIAL) {
      return inherited(opcode, owner, called, descriptor);
    }
    return replacement;
  }

  private static boolean isFinal(String called) {
    return called.equals(Replacements.WAIT) || called.equals(Replacements.NOTIFY);
  }

  /** The replacement of what the own class of a thread, a lock or a synchronizer names as its own method. */
  private @Nullable Replacement inherited(
      int opcode, String owner, String called, String descriptor) {
    Replacement ofThread = OrderedCalls.isOfThread(called)
        ? replacements.find(opcode, OrderedCalls.THREAD, called, descriptor)
        : null;
    if (ofThread != null && ancestry.isThread(owner)) {
      return ofThread;
    }
    Replacement ofLock = ofLock(opcode, owner, called, descriptor);
    if (ofLock != null) {
      return ofLock;
    }
    Replacement ofSynchronizer = OrderedCalls.ofSynchronizer(called, descriptor);
    return ofSynchronizer != null && ancestry.isSynchronizer(owner) ? ofSynchronizer : null;
  }

  private @Nullable Replacement ofLock(int opcode, String owner, String called, String descriptor) {
    if (!OrderedCalls.isInherited(called) || owner.startsWith("java/")) {
      return null;
    }
    String above = ancestry.above(owner, OrderedCalls::isConcurrent);
    return above == null ? null : replacements.find(opcode, above, called, descriptor);
  }

  private int site(String method, String descriptor, Code code, int pc) {
    int line = code.line(pc);
    int index = 0;
    for (int other : lines) {
      index += other == line ? 1 : 0;
    }
    lines.add(line);
    return sites.site(name, method, descriptor, line, index);
  }

  /**
   * Leads the three operands of {@code Method.invoke} through a hook that may exchange them.
   *
   * <p>The call itself stays: it asks who its caller is.
   */
  private Bytes invoke() {
    Snippet snippet = new Snippet(pool);
    reflection(snippet, "invoke", "(" + METHOD + OBJECT + OPERANDS + ")" + OPERANDS);
    snippet.op(Instructions.DUP);
    reflection(snippet, "method", "(" + OPERANDS + ")" + METHOD);
    snippet.op(Instructions.SWAP).op(Instructions.DUP);
    reflection(snippet, "self", "(" + OPERANDS + ")" + OBJECT);
    snippet.op(Instructions.SWAP);
    reflection(snippet, "arguments", "(" + OPERANDS + ")" + OPERANDS);
    return snippet.code();
  }

  private static void reflection(Snippet snippet, String called, String descriptor) {
    snippet.call(Instructions.INVOKESTATIC, Snippet.REFLECTION, called, descriptor);
  }
}
