package dev.tapedeck.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * Has the order kept in which lanes take monitors and initialise classes.
 *
 * <p>A synchronized block waits for its turn before it takes its monitor. A synchronized method has taken
 * it when its first instruction runs; nothing has happened yet, and it can be given back.
 */
final class Monitors {

  static final int SYNCHRONIZED = 0x20;

  /** The first class file version (Java 5) whose code may name a class as a constant. */
  private static final int CLASS_CONSTANTS = 49;

  private static final String ORDER = "java/tapedeck/Order";
  private static final String SUBJECT_AND_SITE = "(Ljava/lang/Object;I)V";
  private static final String SITE = "(I)V";

  private Monitors() {}

  /** What stands around a {@code monitorenter}. */
  static Insertion taking(ConstantPool pool, int pc, int site) {
    Snippet before = new Snippet(pool)
        .op(Instructions.DUP)
        .op(Instructions.DUP)
        .push(site)
        .call(Instructions.INVOKESTATIC, ORDER, "before", SUBJECT_AND_SITE);
    Snippet after = new Snippet(pool)
        .push(site)
        .call(Instructions.INVOKESTATIC, ORDER, "taken", SUBJECT_AND_SITE);
    return new Insertion(pc, before.code(), false, after.code());
  }

  /** What a synchronized method begins with; false where its class cannot be named. */
  static boolean enter(
      Code code, ConstantPool pool, int version, int self, boolean isStatic, int site) {
    Snippet enter = new Snippet(pool, code.prefix);
    if (!isStatic) {
      enter.loadThis();
    } else if (version >= CLASS_CONSTANTS) {
      code.prefix.u1(Instructions.LDC_W).u2(self);
    } else {
      return false;
    }
    enter.push(site).call(Instructions.INVOKESTATIC, ORDER, "entered", SUBJECT_AND_SITE);
    return true;
  }

  /** What stands around a static initialiser. */
  static List<Insertion> initialize(Code code, ConstantPool pool, int site) {
    new Snippet(pool, code.prefix)
        .push(site)
        .call(Instructions.INVOKESTATIC, ORDER, "initializes", SITE);
    code.guardedFrom = code.prefix.length();
    code.handler = initialized(pool).op(Instructions.ATHROW).code();
    List<Insertion> ends = new ArrayList<>();
    Bytes end = initialized(pool).code();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (code.opcode(pc) == Instructions.RETURN) {
        ends.add(new Insertion(pc, end, false, null));
      }
    }
    return ends;
  }

  private static Snippet initialized(ConstantPool pool) {
    return new Snippet(pool).call(Instructions.INVOKESTATIC, ORDER, "initialized", "()V");
  }
}
