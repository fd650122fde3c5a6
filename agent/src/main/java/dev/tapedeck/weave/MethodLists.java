package dev.tapedeck.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Leads the list of methods that the JVM gives to {@code java.lang.Class} through a hook. */
final class MethodLists extends MethodVisitor {

  static final String OWNER = "java/lang/Class";

  private static final String METHODS = "[Ljava/lang/reflect/Method;";

  private MethodLists(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Weaves the one method that asks the JVM: its local 1 is whether only public ones are meant. */
  static MethodVisitor weave(MethodVisitor next, String name) {
    return name.equals("privateGetDeclaredMethods") ? new MethodLists(next) : next;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (name.equals("getDeclaredMethods0")) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitInsn(Opcodes.SWAP);
      mv.visitVarInsn(Opcodes.ILOAD, 1);
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/tapedeck/Hooks",
          "methods",
          "(Ljava/lang/Class;" + METHODS + "Z)" + METHODS,
          false);
    }
  }
}
