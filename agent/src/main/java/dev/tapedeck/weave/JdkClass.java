package dev.tapedeck.weave;

import dev.tapedeck.boundary.Place;
import dev.tapedeck.boundary.Probe;
import dev.tapedeck.boundary.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weaves a class of the JDK, and remembers which of its doors it has found. */
final class JdkClass extends ClassWeaver {

  private final JdkTargets targets;
  private final String owner;
  private final List<Place> doors;
  private final @Nullable List<String> methods;
  private final @Nullable Class<?> loaded;

  /** What names must look like to be among the methods. */
  private final long looks;

  // A list of numbers: hashing a place would take an identity hash from the program's thread.
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
    this.doors = targets.doors(owner);
    this.methods = targets.methods(owner, doors);
    this.looks = looks(methods);
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

  private static long looks(@Nullable List<String> methods) {
    long looks = 0;
    if (methods != null) {
      for (String method : methods) {
        looks |= ConstantPool.look(method.length(), method.charAt(0));
      }
    }
    return looks;
  }

  /** The first door that this class should have and has not; null when all are in place. */
  @Nullable
  Place missing() {
    for (Place door : doors) {
      if (door.presence() == Wrap.Presence.ALWAYS && !found.contains(door.number())) {
        return door;
      }
    }
    return null;
  }

  @Override
  boolean mayWeave(int name) {
    if (methods == null) {
      return true;
    }
    if ((looks & pool.look(name)) == 0) {
      return false;
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
    if (Permission.isAskedIn(owner, name)) {
      Permission.ask(code, pool, descriptor);
    }
    for (Probe probe : targets.probes(owner)) {
      if (probe.isIn(name, descriptor)) {
        insertions = Telling.weave(code, pool, probe, insertions);
      }
    }
    return insertions;
  }

  @Override
  int nativeDoor(String name, String descriptor) {
    int door = door(name, descriptor);
    if (door == NONE || !NativeMethod.isPossible(loaded, owner, name)) {
      return NONE;
    }
    found.add(door);
    return door;
  }

  private int door(String name, String descriptor) {
    for (Place door : doors) {
      if (door.name().equals(name) && door.descriptor().equals(descriptor)) {
        return door.number();
      }
    }
    return NONE;
  }
}
