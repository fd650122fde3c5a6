package dev.tapedeck.weave;

import dev.tapedeck.boundary.Probe;
import dev.tapedeck.boundary.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves a class of the JDK, and remembers which of its wraps it has found. */
final class JdkClass extends ClassVisitor {

  private final JdkTargets targets;
  private final String owner;
  private final @Nullable Class<?> loaded;
  // A list of numbers: hashing a wrap would take an identity hash from the program's thread.
  private final List<Integer> found = new ArrayList<>();

  /**
   * Begins a class.
   *
   * @param loaded the class itself when it is loaded already
   */
  JdkClass(ClassVisitor next, JdkTargets targets, String owner, @Nullable Class<?> loaded) {
    super(Opcodes.ASM9, next);
    this.targets = targets;
    this.owner = owner;
    this.loaded = loaded;
  }

  /** The first wrap that this class should have and has not; null when all are in place. */
  @Nullable
  Wrap missing() {
    for (JdkTargets.NumberedWrap numbered : targets.wraps(owner)) {
      if (numbered.wrap().presence() == Wrap.Presence.ALWAYS
          && !found.contains(numbered.number())) {
        return numbered.wrap();
      }
    }
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      return nativeMethod(access, name, descriptor, signature, exceptions);
    }
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (next == null || (access & Opcodes.ACC_ABSTRACT) != 0) {
      return next;
    }
    if (targets.bridges().leads(owner)) {
      next = targets.bridges().weave(next);
    }
    if (ClassDefinitions.isIn(owner)) {
      next = ClassDefinitions.weave(next, name, descriptor);
    }
    if (owner.equals(MethodLists.OWNER)) {
      next = MethodLists.weave(next, name);
    }
    if (targets.readsClocks(owner)) {
      next = JdkClocks.weave(next, owner);
    }
    for (JdkTargets.NumberedWrap numbered : targets.wraps(owner)) {
      Wrap wrap = numbered.wrap();
      if (wrap.name().equals(name) && wrap.descriptor().equals(descriptor)) {
        found.add(numbered.number());
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        next = new BodyWeaver(next, numbered.number(), isStatic, descriptor);
      }
    }
    for (Probe probe : targets.probes(owner)) {
      if (probe.name().equals(name) && probe.descriptor().equals(descriptor)) {
        next = new ProbeWeaver(next, probe);
      }
    }
    return next;
  }

  private @Nullable MethodVisitor nativeMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    for (JdkTargets.NumberedWrap numbered : targets.wraps(owner)) {
      Wrap wrap = numbered.wrap();
      if (wrap.name().equals(name)
          && wrap.descriptor().equals(descriptor)
          && NativeWeaver.isPossible(loaded, name)) {
        found.add(numbered.number());
        NativeWeaver.weave(cv, numbered.number(), owner, access, name, descriptor, exceptions);
        return null;
      }
    }
    return super.visitMethod(access, name, descriptor, signature, exceptions);
  }
}
