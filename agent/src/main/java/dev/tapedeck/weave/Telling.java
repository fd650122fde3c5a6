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
  static List<Insertion> weave(
      Code code, ConstantPool pool, Probe probe, @Nullable List<Insertion> already) {
    code.deeper = Math.max(code.deeper, DEEPER);
    if (probe.where() == Probe.Where.ENTRY) {
      tell(new Snippet(pool, code.prefix), probe);
      return already == null ? List.of() : already;
    }
    if (already != null && !already.isEmpty()) {
      throw new IllegalStateException("two things are woven into " + probe.name());
    }
    List<Insertion> insertions = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (isMeant(probe.where(), code, pool, pc)) {
        insertions.add(new Insertion(pc, tell(new Snippet(pool), probe).code(), false, null));
      }
    }
    return insertions;
  }

  private static boolean isMeant(Probe.Where where, Code code, ConstantPool pool, int pc) {
    return switch (where) {
      case EXIT -> code.returns(pc);
      case BEFORE_RUN -> isCall(code, pool, pc, "java/lang/Runnable", "run");
      case BEFORE_EXECUTE -> isCall(code, pool, pc, "java/util/concurrent/Executor", "execute");
      case ENTRY -> false;
    };
  }

  private static boolean isCall(Code code, ConstantPool pool, int pc, String owner, String name) {
    return code.calls(pc)
        && pool.name(code.operand(pc)).equals(name)
        && pool.owner(code.operand(pc)).equals(owner);
  }

  private static Snippet tell(Snippet tell, Probe probe) {
    if (probe.where() == Probe.Where.BEFORE_RUN || probe.where() == Probe.Where.BEFORE_EXECUTE) {
      return notice(tell.op(Instructions.DUP)
          .push(probe.notice())
          .op(Instructions.SWAP)
          .op(Instructions.ACONST_NULL));
    }
    tell.push(probe.notice());
    return switch (probe.tells()) {
      case STATUS -> tell.load('I', 0).hook("ending", "(II)V"); // these methods are static
      case NOTHING -> notice(tell.op(Instructions.ACONST_NULL).op(Instructions.ACONST_NULL));
      case THIS -> notice(tell.loadThis().op(Instructions.ACONST_NULL));
      case ARGUMENT -> notice(tell.load('L', 1).op(Instructions.ACONST_NULL));
      case SECOND_ARGUMENT -> notice(tell.load('L', 2).op(Instructions.ACONST_NULL));
      case THIS_AND_ARGUMENT -> notice(tell.loadThis().load('L', 1));
    };
  }

  private static Snippet notice(Snippet tell) {
    return tell.hook("notice", "(ILjava/lang/Object;Ljava/lang/Object;)V");
  }
}
