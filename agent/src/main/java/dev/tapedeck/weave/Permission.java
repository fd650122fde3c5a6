package dev.tapedeck.weave;

/** Has a fork/join task ask whether it may run, before it does: another thread may run it instead. */
final class Permission {

  private static final String OWNER = "java/util/concurrent/ForkJoinTask";
  private static final int IFNE = 154;

  private Permission() {}

  static boolean isAskedIn(String owner, String method) {
    return owner.equals(OWNER) && method.equals("doExec");
  }

  /** Writes the question; the method returns at once, with nothing done, where the answer is no. */
  static void ask(Code code, ConstantPool pool, String descriptor) {
    Snippet ask = new Snippet(pool, code.prefix)
        .loadThis()
        .call(Instructions.INVOKESTATIC, "java/tapedeck/Order", "mayRun", "(Ljava/lang/Object;)Z");
    int jump = code.prefix.length();
    ask.op(IFNE);
    code.prefix.u2(0);
    if (Types.result(descriptor) != 'V') {
      ask.op(Instructions.ICONST_0);
    }
    ask.op(Types.returning(Types.result(descriptor)));
    int live = code.prefix.length();
    code.prefix.setU2(jump + 1, live - jump);
    code.prefixTarget = live;
    ask.op(0); // does nothing: the body may begin with a frame of its own
  }
}
