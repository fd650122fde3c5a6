package dev.tapedeck.weave;

import java.util.ArrayList;
import java.util.List;

/** Leads the list of methods that the JVM gives to {@code java.lang.Class} through a hook. */
final class MethodLists {

  static final String OWNER = "java/lang/Class";

  /** The one method that asks the JVM: its local 1 is whether only public ones are meant. */
  static final String NAME = "privateGetDeclaredMethods";

  private static final String METHODS = "[Ljava/lang/reflect/Method;";
  private static final int DEEPER = 4;

  private MethodLists() {}

  static List<Insertion> weave(Code code, ConstantPool pool) {
    code.deeper = DEEPER;
    List<Insertion> insertions = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (code.calls(pc) && pool.name(code.operand(pc)).equals("getDeclaredMethods0")) {
        Bytes led = new Snippet(pool)
            .loadThis()
            .op(Instructions.SWAP)
            .load('I', 1)
            .hook("methods", "(Ljava/lang/Class;" + METHODS + "Z)" + METHODS)
            .code();
        insertions.add(new Insertion(pc, new Bytes(0), false, led));
      }
    }
    return insertions;
  }
}
