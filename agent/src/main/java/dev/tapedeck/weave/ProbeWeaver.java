package dev.tapedeck.weave;

import dev.tapedeck.boundary.Probe;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Tells of an event in the life of the program from one method of the JDK. */
final class ProbeWeaver extends MethodVisitor {

  private static final String HOOKS = "java/tapedeck/Hooks";

  private final Probe probe;

  ProbeWeaver(MethodVisitor next, Probe probe) {
    super(Opcodes.ASM9, next);
    this.probe = probe;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (probe.where() == Probe.Where.ENTRY) {
      tell();
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (probe.where() == Probe.Where.EXIT && opcode == Opcodes.RETURN) {
      tell();
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (probe.where() == Probe.Where.BEFORE_RUN
        && name.equals("run")
        && owner.equals("java/lang/Runnable")) {
      mv.visitInsn(Opcodes.DUP);
      Constants.push(mv, probe.notice());
      mv.visitInsn(Opcodes.SWAP);
      mv.visitInsn(Opcodes.ACONST_NULL);
      notice();
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  private void tell() {
    Constants.push(mv, probe.notice());
    switch (probe.tells()) {
      case STATUS -> {
        mv.visitVarInsn(Opcodes.ILOAD, 0); // these methods are static
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "ending", "(II)V", false);
        return;
      }
      case NOTHING -> {
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitInsn(Opcodes.ACONST_NULL);
      }
      case THIS -> {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitInsn(Opcodes.ACONST_NULL);
      }
      case ARGUMENT -> {
        mv.visitVarInsn(Opcodes.ALOAD, 1);
        mv.visitInsn(Opcodes.ACONST_NULL);
      }
      case THIS_AND_ARGUMENT -> {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitVarInsn(Opcodes.ALOAD, 1);
      }
    }
    notice();
  }

  private void notice() {
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, HOOKS, "notice", "(ILjava/lang/Object;Ljava/lang/Object;)V", false);
  }
}
