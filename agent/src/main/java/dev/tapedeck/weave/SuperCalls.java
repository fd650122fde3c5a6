package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;

/**
 * Has the order kept where a class that overrides how threads are interrupted, or locks are taken, calls
 * what it overrides. A replaced call would come back to the overriding method.
 */
final class SuperCalls {

  private static final String HOOKS = "java/tapedeck/Overrides";
  private static final String SUBJECT = "(Ljava/lang/Object;)V";
  private static final String LOCK = "java/util/concurrent/locks/ReentrantLock";

  private SuperCalls() {}

  /** What stands around such a call, whose receiver is the object itself; null for another instruction. */
  static @Nullable Insertion around(Code code, ConstantPool pool, int pc, Ancestry ancestry) {
    if (code.opcode(pc) != Instructions.INVOKESPECIAL) {
      return null;
    }
    int reference = code.operand(pc);
    String name = pool.name(reference);
    if (!pool.descriptor(reference).equals("()V")) {
      return null;
    }
    String owner = pool.owner(reference);
    if (name.equals("interrupt") && owner.equals(OrderedCalls.THREAD)) {
      return insertion(pool, pc, "interrupts", "interrupted");
    }
    return name.equals("lock") && owner.equals(LOCK) && ancestry.isA(LOCK, pool.self())
        ? insertion(pool, pc, "locks", "locked")
        : null;
  }

  private static Insertion insertion(ConstantPool pool, int pc, String before, String after) {
    Snippet first = new Snippet(pool)
        .op(Instructions.DUP)
        .call(Instructions.INVOKESTATIC, HOOKS, before, SUBJECT);
    Snippet then =
        new Snippet(pool).loadThis().call(Instructions.INVOKESTATIC, HOOKS, after, SUBJECT);
    return new Insertion(pc, first.code(), false, then.code());
  }
}
