package dev.tapedeck.weave;

import dev.tapedeck.boundary.SiteTable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Replaces the calls of doors in one method of the program, and notes its line before entrances. */
final class CallWeaver extends MethodVisitor {

  private static final String HOOKS = "java/tapedeck/Hooks";
  private static final String REFLECTION = "java/tapedeck/Reflection";
  private static final String OPERANDS = "[Ljava/lang/Object;";
  private static final String INVOKE = "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;";

  private final Replacements replacements;
  private final SiteTable sites;
  private final Ancestry ancestry;
  private final String className;
  private final String method;
  private final String descriptor;
  private int line = -1;
  private int index;

  CallWeaver(
      MethodVisitor next,
      Replacements replacements,
      SiteTable sites,
      Ancestry ancestry,
      String className,
      String method,
      String descriptor) {
    super(Opcodes.ASM9, next);
    this.replacements = replacements;
    this.sites = sites;
    this.ancestry = ancestry;
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    if (number != line) {
      line = number;
      index = 0;
    }
    super.visitLineNumber(number, start);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String called, boolean isInterface) {
    Replacement replacement = replacement(opcode, owner, name, called);
    if (replacement != null) {
      replacement.call(mv, replacement.sited() ? site() : 0);
    } else if (owner.equals("java/lang/reflect/Method") && name.equals("invoke")) {
      invoke();
    } else if (Entrances.is(owner, name, called)) {
      at(site());
      super.visitMethodInsn(opcode, owner, name, called, isInterface);
      at(0);
    } else {
      super.visitMethodInsn(opcode, owner, name, called, isInterface);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String type, Handle bootstrap, Object... arguments) {
    Object[] led = arguments.clone();
    for (int i = 0; i < led.length; i++) {
      led[i] = led(led[i]);
    }
    super.visitInvokeDynamicInsn(name, type, bootstrap, led);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(led(value));
  }

  private Object led(Object constant) {
    if (constant instanceof Handle handle) {
      int opcode =
          handle.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
      if (handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
        Replacement replacement =
            replacement(opcode, handle.getOwner(), handle.getName(), handle.getDesc());
        return replacement == null ? constant : replacement.reference();
      }
    }
    return constant;
  }

  private @Nullable Replacement replacement(int opcode, String owner, String name, String called) {
    Replacement replacement = replacements.find(opcode, owner, name, called);
    if (replacement == null && opcode == Opcodes.INVOKESTATIC && name.equals(Replacements.SLEEP)) {
      Replacement sleep = replacements.sleep(called);
      return sleep != null && ancestry.isThread(owner) ? sleep : null;
    }
    return replacement;
  }

  private int site() {
    return sites.site(className, method, descriptor, line, index++);
  }

  private void at(int site) {
    Constants.push(mv, site);
    super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "at", "(I)V", false);
  }

  /**
   * Leads the three operands of {@code Method.invoke} through a hook that may exchange them.
   *
   * <p>The call itself stays here: it asks who its caller is.
   */
  private void invoke() {
    String method = "Ljava/lang/reflect/Method;";
    reflection("invoke", "(" + method + "Ljava/lang/Object;" + OPERANDS + ")" + OPERANDS);
    super.visitInsn(Opcodes.DUP);
    reflection("method", "(" + OPERANDS + ")" + method);
    super.visitInsn(Opcodes.SWAP);
    super.visitInsn(Opcodes.DUP);
    reflection("self", "(" + OPERANDS + ")Ljava/lang/Object;");
    super.visitInsn(Opcodes.SWAP);
    reflection("arguments", "(" + OPERANDS + ")" + OPERANDS);
    super.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/lang/reflect/Method", "invoke", INVOKE, false);
  }

  private void reflection(String name, String called) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, REFLECTION, name, called, false);
  }
}
