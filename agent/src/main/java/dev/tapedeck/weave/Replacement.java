package dev.tapedeck.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A call that is replaced by a call of a hook. */
final class Replacement {

  private static final String REFERENCES = "java/tapedeck/References";

  private final String hooks;
  private final String name;
  private final String descriptor;
  private final boolean sited;

  /**
   * Replaces a door.
   *
   * @param receiver internal name of the receiver's class; empty for a static method
   */
  private Replacement(
      String hooks, String name, String receiver, String descriptor, boolean sited) {
    this.hooks = hooks;
    this.name = name;
    this.descriptor =
        receiver.isEmpty() ? descriptor : "(L" + receiver + ";" + descriptor.substring(1);
    this.sited = sited;
  }

  /** A door whose hook wants to know the line that asks. */
  static Replacement sited(String hooks, String name, String receiver, String descriptor) {
    return new Replacement(hooks, name, receiver, descriptor, true);
  }

  /** A door that leads to other doors. */
  static Replacement plain(String hooks, String name, String receiver, String descriptor) {
    return new Replacement(hooks, name, receiver, descriptor, false);
  }

  boolean sited() {
    return sited;
  }

  /** Writes the call; the operands of the door are on the stack. */
  void call(MethodVisitor code, int site) {
    if (!sited) {
      code.visitMethodInsn(Opcodes.INVOKESTATIC, hooks, name, descriptor, false);
      return;
    }
    Constants.push(code, site);
    int end = descriptor.indexOf(')');
    String withSite = descriptor.substring(0, end) + "I" + descriptor.substring(end);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, hooks, name, withSite, false);
  }

  /** What a method reference to the door becomes. */
  Handle reference() {
    String owner = sited ? REFERENCES : hooks;
    return new Handle(Opcodes.H_INVOKESTATIC, owner, name, descriptor, false);
  }
}
