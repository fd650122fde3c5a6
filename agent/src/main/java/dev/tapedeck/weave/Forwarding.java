package dev.tapedeck.weave;

import java.util.List;

/** The body of a method that calls another with its own arguments, with a door around that. */
final class Forwarding {

  private Forwarding() {}

  /** Writes the attribute, name and all. An instance method calls a private one of its own class. */
  static void write(
      Bytes out,
      ConstantPool pool,
      int door,
      boolean isStatic,
      String owner,
      String name,
      String descriptor) {
    Code code = new Code(call(pool, isStatic, owner, name, descriptor), pool, 0);
    List<Insertion> leaves = Body.weave(code, pool, door, isStatic, descriptor);
    try {
      code.writeTo(out.u2(pool.utf8("Code")), leaves);
    } catch (Code.TooFar never) {
      throw new IllegalStateException(never);
    }
  }

  /** The contents of the attribute without the door. */
  private static byte[] call(
      ConstantPool pool, boolean isStatic, String owner, String name, String descriptor) {
    Snippet call = new Snippet(pool);
    int local = 0;
    if (!isStatic) {
      call.load('L', local++);
    }
    String parameters = Types.parameters(descriptor);
    for (int i = 0; i < parameters.length(); i++) {
      call.load(parameters.charAt(i), local);
      local += Types.size(parameters.charAt(i));
    }
    int opcode = isStatic ? Instructions.INVOKESTATIC : Instructions.INVOKESPECIAL;
    char result = Types.result(descriptor);
    call.call(opcode, owner, name, descriptor).op(Types.returning(result));
    Bytes all = new Bytes(64);
    all.u2(Math.max(local, Types.size(result))).u2(local).u4(call.code().length());
    return all.copy(call.code()).u2(0).u2(0).toBytes();
  }
}
