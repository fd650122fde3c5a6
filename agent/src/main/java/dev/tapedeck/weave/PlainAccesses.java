package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;

/**
 * Has the order kept in which lanes come to elements of arrays, to copies of whole objects and to collections, in the
 * classes that are named for their races.
 */
final class PlainAccesses {

  private static final String ORDER = "java/tapedeck/Order";
  private static final String COPY = "(Ljava/lang/Object;ILjava/lang/Object;II)V";

  /** The types of the elements that the instructions from iastore to sastore write (JVMS 6.5). */
  private static final String STORED = "IJFDLIII";

  private final ConstantPool pool;
  private final Meetings meetings;

  PlainAccesses(ConstantPool pool, Meetings meetings) {
    this.pool = pool;
    this.meetings = meetings;
  }

  /** What stands around an instruction, or in its place; null where nothing is shared. */
  @Nullable
  Insertion at(Code code, int pc) {
    int opcode = code.opcode(pc);
    if (opcode >= Instructions.IALOAD && opcode <= Instructions.SALOAD) {
      return around(pc, Atomics.beginElement(new Snippet(pool).op(Instructions.DUP2)));
    }
    if (opcode >= Instructions.IASTORE && opcode <= Instructions.SASTORE) {
      return store(code, pc, STORED.charAt(opcode - Instructions.IASTORE));
    }
    return code.calls(pc) ? call(code, pc, opcode) : null;
  }

  /** The array lies beneath index and value, which step aside. */
  private Insertion store(Code code, int pc, char type) {
    int value = code.locals();
    int index = value + Types.size(type);
    code.wider = Math.max(code.wider, index + 1 - value);
    Snippet before = new Snippet(pool).store(type, value).store('I', index);
    Atomics.beginElement(before.op(Instructions.DUP).load('I', index));
    return around(pc, before.load('I', index).load(type, value));
  }

  private @Nullable Insertion call(Code code, int pc, int opcode) {
    int reference = code.operand(pc);
    String owner = pool.owner(reference);
    String name = pool.name(reference);
    String descriptor = pool.descriptor(reference);
    if (owner.equals("java/lang/System") && name.equals("arraycopy")) {
      Snippet copy = new Snippet(pool).call(Instructions.INVOKESTATIC, ORDER, name, COPY);
      return new Insertion(pc, copy.code(), true, null);
    }
    boolean isCopied = owner.startsWith("[") || owner.equals("java/lang/Object");
    if (isCopied && name.equals("clone")) {
      return around(pc, Atomics.begin(new Snippet(pool).op(Instructions.DUP)));
    }
    Replacement meeting = meetings.ofPlain(opcode, owner, name, descriptor);
    return meeting == null
        ? null
        : new Insertion(pc, meeting.callWithoutSite(new Snippet(pool)).code(), true, null);
  }

  private Insertion around(int pc, Snippet before) {
    Snippet end = new Snippet(pool).call(Instructions.INVOKESTATIC, ORDER, "end", "()V");
    return new Insertion(pc, before.code(), false, end.code());
  }
}
