package dev.tapedeck.weave;

import dev.tapedeck.boundary.Wrap;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Java methods around native ones, which have no body to weave.
 *
 * <p>They stand in a class of their own in the package of the native methods, and the classes that call those
 * are led over them.
 */
final class Bridges {

  private static final String NAME = "sun/nio/fs/TapedeckBridges";

  /** The classes that call one of the native methods. */
  private static final List<String> CALLERS = List.of(
      "sun/nio/fs/UnixFileSystemProvider",
      "sun/nio/fs/UnixDirectoryStream",
      "sun/nio/fs/UnixDirectoryStream$UnixDirectoryIterator",
      "sun/nio/fs/UnixSecureDirectoryStream",
      "sun/nio/fs/UnixSecureDirectoryStream$BasicFileAttributeViewImpl",
      "sun/nio/fs/UnixSecureDirectoryStream$PosixFileAttributeViewImpl",
      "sun/nio/fs/UnixFileAttributeViews$Basic",
      "sun/nio/fs/UnixFileAttributeViews$Posix");

  private final List<Wrap> wraps = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  void add(Wrap wrap, int number) {
    wraps.add(wrap);
    numbers.add(number);
  }

  List<String> callers() {
    return CALLERS;
  }

  boolean leads(String owner) {
    return CALLERS.contains(owner);
  }

  /** Makes the class; before any that calls it is woven. */
  void define() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    writer.visit(Opcodes.V17, access, NAME, null, "java/lang/Object", null);
    for (int i = 0; i < wraps.size(); i++) {
      method(writer, wraps.get(i), numbers.get(i));
    }
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    Unsafe.getUnsafe().defineClass(NAME, bytes, 0, bytes.length, null, null);
  }

  private static void method(ClassWriter writer, Wrap wrap, int number) {
    MethodVisitor code = new BodyWeaver(
        writer.visitMethod(Opcodes.ACC_STATIC, wrap.name(), wrap.descriptor(), null, null),
        number,
        true,
        wrap.descriptor());
    code.visitCode();
    int local = 0;
    for (Type parameter : Type.getArgumentTypes(wrap.descriptor())) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
      local += parameter.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESTATIC, wrap.owner(), wrap.name(), wrap.descriptor(), false);
    code.visitInsn(Type.getReturnType(wrap.descriptor()).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Leads the calls of one method. */
  MethodVisitor weave(MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean isLed = opcode == Opcodes.INVOKESTATIC && isNative(owner, name, descriptor);
        super.visitMethodInsn(opcode, isLed ? NAME : owner, name, descriptor, isInterface);
      }
    };
  }

  private boolean isNative(String owner, String name, String descriptor) {
    for (Wrap wrap : wraps) {
      if (wrap.owner().equals(owner)
          && wrap.name().equals(name)
          && wrap.descriptor().equals(descriptor)) {
        return true;
      }
    }
    return false;
  }
}
