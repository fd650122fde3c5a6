package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

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
final class BodyWeaver extends MethodVisitor {

  private static final String HOOKS = "java/tapedeck/Hooks";

  private final int door;
  private final boolean isStatic;
  private final Type[] parameters;
  private final Type result;
  private final Label start = new Label();

  BodyWeaver(MethodVisitor next, int door, boolean isStatic, String descriptor) {
    super(Opcodes.ASM9, next);
    this.door = door;
    this.isStatic = isStatic;
    this.parameters = Type.getArgumentTypes(descriptor);
    this.result = Type.getReturnType(descriptor);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Constants.push(mv, door);
    if (isStatic) {
      mv.visitInsn(Opcodes.ACONST_NULL);
    } else {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
    }
    pushArguments();
    hook("enter", "(ILjava/lang/Object;[Ljava/lang/Object;)Z");
    Label live = new Label();
    mv.visitJumpInsn(Opcodes.IFEQ, live);
    hook("answer", "()Ljava/lang/Object;");
    unbox(result);
    mv.visitInsn(result.getOpcode(Opcodes.IRETURN));
    mv.visitLabel(live);
    mv.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    mv.visitInsn(Opcodes.NOP); // a body may begin with a frame of its own
    mv.visitLabel(start);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      if (opcode == Opcodes.RETURN) {
        mv.visitInsn(Opcodes.ACONST_NULL);
      } else {
        mv.visitInsn(result.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
        box(result);
      }
      hook("leave", "(Ljava/lang/Object;)V");
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    Label end = new Label();
    Label caught = new Label();
    mv.visitLabel(end);
    mv.visitTryCatchBlock(start, end, caught, null);
    mv.visitLabel(caught);
    mv.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
    mv.visitInsn(Opcodes.DUP);
    hook("failed", "(Ljava/lang/Throwable;)V");
    mv.visitInsn(Opcodes.ATHROW);
    super.visitMaxs(maxStack, maxLocals);
  }

  private void pushArguments() {
    Constants.push(mv, parameters.length);
    mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    int local = isStatic ? 0 : 1;
    for (int i = 0; i < parameters.length; i++) {
      mv.visitInsn(Opcodes.DUP);
      Constants.push(mv, i);
      mv.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), local);
      box(parameters[i]);
      mv.visitInsn(Opcodes.AASTORE);
      local += parameters[i].getSize();
    }
  }

  private void box(Type type) {
    String box = boxOf(type);
    if (box != null) {
      String descriptor = "(" + type.getDescriptor() + ")L" + box + ";";
      mv.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
    }
  }

  private void unbox(Type type) {
    String box = boxOf(type);
    if (box != null) {
      mv.visitTypeInsn(Opcodes.CHECKCAST, box);
      mv.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          box,
          type.getClassName() + "Value",
          "()" + type.getDescriptor(),
          false);
    } else if (type.getSort() == Type.VOID) {
      mv.visitInsn(Opcodes.POP);
    } else {
      mv.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private void hook(String name, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, descriptor, false);
  }

  private static @Nullable String boxOf(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
        return "java/lang/Boolean";
      case Type.BYTE:
        return "java/lang/Byte";
      case Type.CHAR:
        return "java/lang/Character";
      case Type.SHORT:
        return "java/lang/Short";
      case Type.INT:
        return "java/lang/Integer";
      case Type.LONG:
        return "java/lang/Long";
      case Type.FLOAT:
        return "java/lang/Float";
      case Type.DOUBLE:
        return "java/lang/Double";
      default:
        return null;
    }
  }
}
