package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;

/** Leads what waits within a fork/join pool through our hands: the pool asks it by chance. */
final class Blocking {

  private static final String POOL = "java/util/concurrent/ForkJoinPool";
  private static final String BLOCKER = "Ljava/util/concurrent/ForkJoinPool$ManagedBlocker;";
  private static final String HOOKS = "java/tapedeck/Blockers";

  private Blocking() {}

  /** What stands before a call that hands a blocker to a pool; null for another instruction. */
  static @Nullable Insertion before(Code code, ConstantPool pool, int pc) {
    if (code.opcode(pc) != Instructions.INVOKESTATIC
        || !pool.owner(code.operand(pc)).equals(POOL)) {
      return null;
    }
    String name = pool.name(code.operand(pc));
    String hook =
        name.equals("managedBlock") ? "blocks" : name.equals("helpAsyncBlocker") ? "helps" : null;
    if (hook == null) {
      return null;
    }
    Snippet lead = new Snippet(pool)
        .call(Instructions.INVOKESTATIC, HOOKS, hook, "(" + BLOCKER + ")" + BLOCKER);
    return new Insertion(pc, lead.code(), false, null);
  }
}
