package dev.tapedeck.weave;

import dev.tapedeck.boundary.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of an event in the life of the program from one method of the JDK. */
final class Telling {

  private static final int DEEPER = 4;

  private Telling() {}

  /** Adds to what is woven into the method already; null for nothing yet. */
  static @Nullable List<Insertion> weave(
      Code code, ConstantPool pool, Probe probe, @Nullable List<Insertion> already) {
    if (probe.where() == Probe.Where.ENTRY) {
      code.deeper = Math.max(code.deeper, DEEPER);
      tell(new Snippet(pool, code.prefix), probe);
      return already == null ? List.of() : already;
    }
    List<Insertion> insertions = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (isMeant(probe.where(), code, pool, pc)) {
        insertions.add(new Insertion(pc, tell(new Snippet(pool), probe).code(), false, null));
      }
    }
    if (insertions.isEmpty()) {
      return already;
    }
    if (already != null && !already.isEmpty()) {
      throw new IllegalStateException("two things are woven into " + probe.name());
    }
    code.deeper = Math.max(code.deeper, DEEPER);
    return insertions;
  }

  private static boolean isMeant(Probe.Where where, Code code, ConstantPool pool, int pc) {
    if (where == Probe.Where.EXIT) { // a switch would be a class more to load
      return code.returns(pc);
    }
    if (where == Probe.Where.BEFORE_POP) {
      return isCall(code, pool, pc, "jdk/internal/vm/StackableScope", "popAll");
    }
    if (where == Probe.Where.BEFORE_PEND) {
      return isCall(code, pool, pc, "java/util/concurrent/DelayScheduler", "pend");
    }
    return where == Probe.Where.BEFORE_RUN
        ? isCall(code, pool, pc, "java/lang/Runnable", "run")
        : isCall(code, pool, pc, "java/util/concurrent/Executor", "execute");
  }

  private static boolean isCall(Code code, ConstantPool pool, int pc, String owner, String name) {
    return code.calls(pc)
        && pool.name(code.operand(pc)).equals(name)
        && pool.owner(code.operand(pc)).equals(owner);
  }

  private static Snippet tell(Snippet tell, Probe probe) {
    Probe.Where where = probe.where();
    if (where == Probe.Where.BEFORE_RUN
        || where == Probe.Where.BEFORE_EXECUTE
        || where == Probe.Where.BEFORE_PEND) { // the subject is on the stack
      return notice(tell.op(Instructions.DUP)
          .push(probe.notice())
          .op(Instructions.SWAP)
          .op(Instructions.ACONST_NULL));
    }
    tell.push(probe.notice());
    Probe.Tells tells = probe.tells();
    if (tells == Probe.Tells.STATUS) {
      return tell.load('I', 0).hook("ending", "(II)V"); // these methods are static
    }
    if (tells == Probe.Tells.THIS_AND_ARGUMENT) {
      return notice(tell.loadThis().load('L', 1));
    }
    if (tells == Probe.Tells.THIS_AND_SECOND_ARGUMENT) {
      return notice(tell.loadThis().load('L', 2));
    }
    if (tells == Probe.Tells.NOTHING) {
      tell.op(Instructions.ACONST_NULL);
    } else {
      tell.load('L', tells == Probe.Tells.THIS ? 0 : tells == Probe.Tells.ARGUMENT ? 1 : 2);
    }
    return notice(tell.op(Instructions.ACONST_NULL));
  }

  private static Snippet notice(Snippet tell) {
    return tell.hook("notice", "(ILjava/lang/Object;Ljava/lang/Object;)V");
  }
}
