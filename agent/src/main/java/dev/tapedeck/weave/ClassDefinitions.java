package dev.tapedeck.weave;

import java.tapedeck.Notice;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tells when a class is being defined, from the methods of the JDK through which all but the JVM's own
 * class loader go.
 *
 * <p>HotSpot draws an identity hash code for a class when it links it, from the thread that happens to
 * be first. How many hidden classes there are hangs on the garbage collector (method types and
 * lambda forms are cached weakly), so their definition must not move the codes of the program's objects.
 * Neither must the order in which HotSpot loads what a class names, which hangs on addresses: a jar that a class
 * is read from draws codes for its streams.
 */
final class ClassDefinitions extends MethodVisitor {

  static final String[] OWNERS = {
    "java/lang/ClassLoader",
    "java/lang/invoke/MethodHandles$Lookup$ClassDefiner",
    "java/lang/reflect/Proxy$ProxyBuilder",
    "jdk/internal/reflect/ClassDefiner",
    "jdk/internal/loader/BuiltinClassLoader",
  };

  private final Label start = new Label();

  private ClassDefinitions(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  static boolean isIn(String owner) {
    for (String known : OWNERS) {
      if (known.equals(owner)) {
        return true;
      }
    }
    return false;
  }

  static MethodVisitor weave(MethodVisitor next, String name, String descriptor) {
    boolean defines = name.equals("defineProxyClass")
        || name.equals("findClassOnClassPathOrNull")
        || name.equals("findClassInModuleOrNull")
        || name.equals("defineClass")
            && (descriptor.endsWith("Ljava/security/ProtectionDomain;)Ljava/lang/Class;")
                || descriptor.equals("(ZLjava/lang/Object;)Ljava/lang/Class;")
                || descriptor.endsWith("Ljava/lang/ClassLoader;)Ljava/lang/Class;"));
    return defines ? new ClassDefinitions(next) : next;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    mv.visitInsn(Opcodes.ACONST_NULL);
    notice(Notice.DEFINING);
    mv.visitLabel(start);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN) {
      mv.visitInsn(Opcodes.DUP);
      notice(Notice.DEFINED);
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
    mv.visitInsn(Opcodes.ACONST_NULL);
    notice(Notice.DEFINED);
    mv.visitInsn(Opcodes.ATHROW);
    super.visitMaxs(maxStack, maxLocals);
  }

  /** The subject is on the stack. */
  private void notice(int notice) {
    Constants.push(mv, notice);
    mv.visitInsn(Opcodes.SWAP);
    mv.visitInsn(Opcodes.ACONST_NULL);
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "java/tapedeck/Hooks",
        "notice",
        "(ILjava/lang/Object;Ljava/lang/Object;)V",
        false);
  }
}
