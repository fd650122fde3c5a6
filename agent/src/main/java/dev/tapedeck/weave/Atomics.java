package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;

/**
 * Has the order kept in which lanes do what needs no lock: accesses of volatile fields, atomics and
 * variable handles.
 *
 * <p>Around each stands a begin and an end, with the object that it belongs to. What is on the stack
 * above that object is put into local variables for the moment.
 */
final class Atomics {

  private static final String ORDER = "java/tapedeck/Order";
  private static final String ATOMIC = "java/util/concurrent/atomic/";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

  private final ConstantPool pool;
  private final VolatileFields fields;
  private final InheritedAtomics inherited;
  private final boolean atomicFields;
  private final boolean atomicElements;

  Atomics(ConstantPool pool, VolatileFields fields, Ancestry ancestry) {
    this.pool = pool;
    this.fields = fields;
    this.inherited = new InheritedAtomics(ancestry);
    this.atomicFields = pool.says("findVarHandle");
    this.atomicElements = pool.says("arrayElementVarHandle") || pool.says("arrayBaseOffset");
  }

  /** What stands around an instruction; null where the order does not matter. */
  @Nullable
  Insertion around(Code code, String method, int pc) {
    int opcode = code.opcode(pc);
    if (opcode >= Instructions.GETSTATIC && opcode <= Instructions.PUTFIELD) {
      return ofField(code, method, pc);
    }
    if (opcode == Instructions.INVOKEVIRTUAL || opcode == Instructions.INVOKESPECIAL) {
      return call(code, pc);
    }
    if (atomicElements && opcode >= Instructions.IALOAD && opcode <= Instructions.SALOAD) {
      // read plainly what others set through a handle
      return insertion(pc, beginElement(new Snippet(pool).op(Instructions.DUP2)));
    }
    return null;
  }

  /** The same of accesses of fields alone. */
  @Nullable
  Insertion ofField(Code code, String method, int pc) {
    int opcode = code.opcode(pc);
    if (opcode < Instructions.GETSTATIC || opcode > Instructions.PUTFIELD) {
      return null;
    }
    int reference = code.operand(pc);
    boolean isOwnBeginning = opcode == Instructions.PUTFIELD && method.equals("<init>")
        || opcode == Instructions.PUTSTATIC && method.equals("<clinit>");
    if (isOwnBeginning && pool.owner(reference).equals(pool.self()) || !isAtomic(reference)) {
      return null;
    }
    Snippet before = new Snippet(pool);
    if (opcode == Instructions.GETSTATIC || opcode == Instructions.PUTSTATIC) {
      return insertion(pc, before.call(Instructions.INVOKESTATIC, ORDER, "beginStatic", "()V"));
    }
    if (opcode == Instructions.GETFIELD) {
      return insertion(pc, begin(before.op(Instructions.DUP)));
    }
    if (Types.size(pool.descriptor(reference).charAt(0)) == 1) {
      return insertion(pc, begin(before.op(Instructions.DUP2).op(Instructions.POP)));
    }
    begin(before.op(Instructions.DUP2_X1).op(Instructions.POP2).op(Instructions.DUP));
    return insertion(pc, before.op(Instructions.DUP_X2).op(Instructions.POP));
  }

  /** A field that the class makes a handle of may be read plainly, and yet be set by others meanwhile. */
  private boolean isAtomic(int field) {
    return fields.isVolatile(field) || atomicFields && pool.quotes(pool.name(field));
  }

  private @Nullable Insertion call(Code code, int pc) {
    int reference = code.operand(pc);
    String owner = pool.owner(reference);
    String name = pool.name(reference);
    String descriptor = pool.descriptor(reference);
    if (owner.equals(VAR_HANDLE)) {
      return AtomicCalls.isAccess(name)
          ? around(code, pc, descriptor, AtomicCalls.hasObject(name, descriptor) ? 0 : STATIC)
          : null;
    }
    if (AtomicCalls.isUnsafe(owner, name, descriptor)) {
      return around(code, pc, descriptor, 0);
    }
    if (AtomicCalls.isTag(name)) {
      return around(code, pc, descriptor, RECEIVER);
    }
    boolean isOfAtomic = owner.startsWith(ATOMIC)
        ? !name.equals("<init>") && !OrderedClasses.isWithin(owner, name, descriptor)
        : inherited.has(owner, name, descriptor);
    if (!isOfAtomic) {
      return null;
    }
    return around(code, pc, descriptor, owner.endsWith("FieldUpdater") ? 0 : RECEIVER);
  }

  private static final int RECEIVER = -1;
  private static final int STATIC = -2;

  /**
   * Around a call.
   *
   * @param subject which of the arguments it is about; {@link #RECEIVER} or {@link #STATIC} for none
   */
  private Insertion around(Code code, int pc, String descriptor, int subject) {
    Snippet before = new Snippet(pool);
    if (subject == STATIC) {
      return insertion(pc, before.call(Instructions.INVOKESTATIC, ORDER, "beginStatic", "()V"));
    }
    String parameters = Types.parameters(descriptor);
    int first = code.locals();
    int next = first;
    for (int i = 0; i < parameters.length(); i++) {
      next += Types.size(parameters.charAt(i));
    }
    code.wider = Math.max(code.wider, next - first);
    for (int i = parameters.length() - 1; i >= 0; i--) {
      next -= Types.size(parameters.charAt(i));
      before.store(parameters.charAt(i), next);
    }
    if (subject == RECEIVER) {
      before.op(Instructions.DUP);
    } else {
      before.load('L', first);
    }
    begin(before);
    for (int i = 0; i < parameters.length(); i++) {
      before.load(parameters.charAt(i), next);
      next += Types.size(parameters.charAt(i));
    }
    return insertion(pc, before);
  }

  /** Behind what puts the subject on the stack. */
  static Snippet begin(Snippet before) {
    return before.call(Instructions.INVOKESTATIC, ORDER, "begin", "(Ljava/lang/Object;)V");
  }

  /** Behind what puts array and index there. */
  static Snippet beginElement(Snippet before) {
    return before.call(Instructions.INVOKESTATIC, ORDER, "beginElement", "(Ljava/lang/Object;I)V");
  }

  private Insertion insertion(int pc, Snippet before) {
    Snippet end = new Snippet(pool).call(Instructions.INVOKESTATIC, ORDER, "end", "()V");
    return new Insertion(pc, before.code(), false, end.code());
  }
}
