package dev.tapedeck.runner.doctor;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks through one class file for what leads out where no boundary is. */
final class ClassScan extends ClassVisitor {
  private final Consumer<OutwardCall> found;
  private String className = "";
  private @Nullable String source;

  private ClassScan(Consumer<OutwardCall> found) {
    super(Opcodes.ASM9);
    this.found = found;
  }

  /**
   * Looks through it.
   *
   * @throws RuntimeException of any kind, as ASM does, where the bytes are no class file that it knows
   */
  static void scan(byte[] classFile, Consumer<OutwardCall> found) {
    new ClassReader(classFile).accept(new ClassScan(found), ClassReader.SKIP_FRAMES);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String parent,
      String @Nullable [] interfaces) {
    className = dotted(name);
  }

  @Override
  public void visitSource(@Nullable String file, @Nullable String debug) {
    source = file;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      found.accept(new OutwardCall(
          Outward.NATIVE_METHOD, className + "." + name, className + "." + name + "(native)"));
    }
    return new Calls(name);
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  /** The calls of one method, and its method references. */
  private final class Calls extends MethodVisitor {
    private final String method;
    private int line = -1;

    Calls(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      call(owner, name);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          call(handle.getOwner(), handle.getName());
        }
      }
    }

    private void call(String owner, String name) {
      Outward.of(owner, name)
          .ifPresent(
              way -> found.accept(new OutwardCall(way, dotted(owner) + "." + name, place())));
    }

    private String place() {
      String file = source == null ? "Unknown Source" : source;
      return className + "." + method + "(" + file + (line < 0 ? "" : ":" + line) + ")";
    }
  }
}
