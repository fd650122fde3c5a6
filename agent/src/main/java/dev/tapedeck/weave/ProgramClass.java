package dev.tapedeck.weave;

import dev.tapedeck.boundary.SiteTable;
import java.tapedeck.Notice;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves a class of the program. */
final class ProgramClass extends ClassVisitor {

  private final Replacements replacements;
  private final SiteTable sites;
  private final Ancestry ancestry;
  private final String name;
  private final boolean mayBeThread;

  ProgramClass(
      ClassVisitor next,
      Replacements replacements,
      SiteTable sites,
      Ancestry ancestry,
      String name,
      boolean mayBeThread) {
    super(Opcodes.ASM9, next);
    this.replacements = replacements;
    this.sites = sites;
    this.ancestry = ancestry;
    this.name = name.replace('/', '.');
    this.mayBeThread = mayBeThread;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
    boolean isBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    if (next == null || !isBody) {
      return next;
    }
    if (mayBeThread
        && method.equals("run")
        && descriptor.equals("()V")
        && (access & Opcodes.ACC_STATIC) == 0) {
      next = new NoticeAtEntry(next, Notice.THREAD_RUNNING);
    }
    return new CallWeaver(next, replacements, sites, ancestry, name, method, descriptor);
  }

  /** Tells that a thread's own run method begins. */
  private static final class NoticeAtEntry extends MethodVisitor {

    private final int notice;

    NoticeAtEntry(MethodVisitor next, int notice) {
      super(Opcodes.ASM9, next);
      this.notice = notice;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Constants.push(mv, notice);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/tapedeck/Hooks",
          "notice",
          "(ILjava/lang/Object;Ljava/lang/Object;)V",
          false);
    }
  }
}
