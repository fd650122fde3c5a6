package dev.tapedeck.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a door around the body of one method of the JDK.
 *
 * <pre>
 *   if (Hooks.enter(door, this, arguments)) return (R) Hooks.answer();
 *   try { body; before each return: Hooks.leave(result) }
 *   catch (Throwable t) { Hooks.failed(t); throw t; }
 * </pre>
 *
 * Adds no local variable, so the frames that stand in the class file stay true.
 */
final class Body {

  private static final int DEEPER = 8;

  private Body() {}

  /** Weaves the prefix and the handler into the code, and returns what stands before each return. */
  static List<Insertion> weave(
      Code code, ConstantPool pool, int door, boolean isStatic, String descriptor) {
    Snippet enter = new Snippet(pool, code.prefix);
    enter.push(door);
    if (isStatic) {
      enter.op(Instructions.ACONST_NULL);
    } else {
      enter.loadThis();
    }
    arguments(enter, isStatic, Types.parameters(descriptor));
    enter.hook("enter", "(ILjava/lang/Object;[Ljava/lang/Object;)Z");
    int jump = code.prefix.length();
    enter.op(Instructions.IFEQ);
    code.prefix.u2(0);
    enter.hook("answer", "()Ljava/lang/Object;");
    enter.returned(descriptor);
    int live = code.prefix.length();
    code.prefix.setU2(jump + 1, live - jump);
    code.prefixTarget = live;
    enter.op(0); // does nothing: a body may begin with a frame of its own
    code.guardedFrom = code.prefix.length();
    code.handler = new Snippet(pool)
        .op(Instructions.DUP)
        .hook("failed", "(Ljava/lang/Throwable;)V")
        .op(Instructions.ATHROW)
        .code();
    code.deeper = DEEPER;
    return leaves(code, pool, Types.result(descriptor));
  }

  private static void arguments(Snippet enter, boolean isStatic, String parameters) {
    enter.push(parameters.length()).typed(Instructions.ANEWARRAY, "java/lang/Object");
    int local = isStatic ? 0 : 1;
    for (int i = 0; i < parameters.length(); i++) {
      char type = parameters.charAt(i);
      enter.op(Instructions.DUP).push(i).load(type, local).box(type).op(Instructions.AASTORE);
      local += Types.size(type);
    }
  }

  private static List<Insertion> leaves(Code code, ConstantPool pool, char type) {
    Snippet leave = new Snippet(pool);
    if (type == 'V') {
      leave.op(Instructions.ACONST_NULL);
    } else {
      leave.op(Types.size(type) == 2 ? Instructions.DUP2 : Instructions.DUP).box(type);
    }
    leave.hook("leave", "(Ljava/lang/Object;)V");
    List<Insertion> leaves = new ArrayList<>();
    for (int pc = code.nextReturn(0); pc < code.length(); pc = code.nextReturn(pc + 1)) {
      leaves.add(new Insertion(pc, leave.code(), false, null)); // a return is one byte long
    }
    return leaves;
  }
}
