package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a door around a native method of the JDK: the native one gets another name, and a Java method
 * that calls it takes its place.
 *
 * <p>The JVM finds the native code all the same, by the prefix that it was told of. A class can only
 * be given a method before it is loaded.
 */
final class NativeWeaver {

  /** Begins the new names of native methods. */
  static final String PREFIX = "tapedeck$";

  private NativeWeaver() {}

  /** Whether the class is not loaded yet, or was loaded with the method in it. */
  static boolean isPossible(@Nullable Class<?> loaded, String name) {
    if (loaded == null) {
      return true;
    }
    for (java.lang.reflect.Method method : loaded.getDeclaredMethods()) {
      if (method.getName().equals(PREFIX + name)) {
        return true;
      }
    }
    return false;
  }

  static void weave(
      ClassVisitor next,
      int door,
      String owner,
      int access,
      String name,
      String descriptor,
      String @Nullable [] exceptions) {
    int hidden = access & ~(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED) | Opcodes.ACC_PRIVATE;
    MethodVisitor renamed = next.visitMethod(
        hidden | Opcodes.ACC_SYNTHETIC, PREFIX + name, descriptor, null, exceptions);
    if (renamed != null) {
      renamed.visitEnd();
    }
    MethodVisitor code =
        next.visitMethod(access & ~Opcodes.ACC_NATIVE, name, descriptor, null, exceptions);
    if (code != null) {
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      call(new BodyWeaver(code, door, isStatic, descriptor), owner, isStatic, name, descriptor);
    }
  }

  private static void call(
      MethodVisitor code, String owner, boolean isStatic, String name, String descriptor) {
    code.visitCode();
    int local = 0;
    if (!isStatic) {
      code.visitVarInsn(Opcodes.ALOAD, local++);
    }
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
      local += parameter.getSize();
    }
    int opcode = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    code.visitMethodInsn(opcode, owner, PREFIX + name, descriptor, false);
    code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
