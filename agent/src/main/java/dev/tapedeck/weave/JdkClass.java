package dev.tapedeck.weave;

import dev.tapedeck.boundary.Probe;
import dev.tapedeck.boundary.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weaves a class of the JDK, and remembers which of its wraps it has found. */
final class JdkClass extends ClassWeaver {

  private final JdkTargets targets;
  private final String owner;
  private final @Nullable List<String> methods;
  private final @Nullable Class<?> loaded;
  // A list of numbers: hashing a wrap would take an identity hash from the program's thread.
  private final List<Integer> found = new ArrayList<>();

  /**
   * Begins a class.
   *
   * @param loaded the class itself when it is loaded already
   */
  JdkClass(byte[] file, JdkTargets targets, String owner, @Nullable Class<?> loaded) {
    super(file, new ConstantPool(file));
    this.targets = targets;
    this.owner = owner;
    this.loaded = loaded;
    this.methods = targets.methods(owner);
    if (targets.readsClocks(owner)) {
      JdkClocks.redirect(pool, owner);
    }
    if (targets.hashes().asks(owner)) {
      IdentityHashes.redirect(pool);
    }
    if (targets.bridges().leads(owner)) {
      targets.bridges().redirect(pool);
    }
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
  boolean mayWeave(int name) {
    if (methods == null) {
      return true;
    }
    for (String method : methods) {
      if (pool.isUtf8(name, method)) {
        return true;
      }
    }
    return false;
  }

  @Override
  @Nullable
  List<Insertion> weave(int access, String name, String descriptor, Code code) {
    List<Insertion> insertions = JdkClocks.steps(code, pool, owner);
    int door = door(name, descriptor);
    if (door != NONE) {
      found.add(door);
      insertions = Body.weave(code, pool, door, (access & STATIC) != 0, descriptor);
    }
    if (ClassDefinitions.isIn(owner) && ClassDefinitions.is(name, descriptor)) {
      insertions = ClassDefinitions.weave(code, pool);
    }
    if (owner.equals(MethodLists.OWNER) && name.equals(MethodLists.NAME)) {
      insertions = MethodLists.weave(code, pool);
    }
    for (Probe probe : targets.probes(owner)) {
      if (probe.name().equals(name) && probe.descriptor().equals(descriptor)) {
        insertions = Telling.weave(code, pool, probe, insertions);
      }
    }
    return insertions;
  }

  @Override
  int nativeDoor(String name, String descriptor) {
    int door = door(name, descriptor);
    if (door == NONE || !NativeMethod.isPossible(loaded, name)) {
      return NONE;
    }
    found.add(door);
    return door;
  }

  private int door(String name, String descriptor) {
    for (JdkTargets.NumberedWrap numbered : targets.wraps(owner)) {
      Wrap wrap = numbered.wrap();
      if (wrap.name().equals(name) && wrap.descriptor().equals(descriptor)) {
        return numbered.number();
      }
    }
    return NONE;
  }
}
