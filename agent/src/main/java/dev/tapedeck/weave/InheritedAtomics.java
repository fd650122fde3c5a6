package dev.tapedeck.weave;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which calls are of methods that a program's class inherits from an atomic. As a rule those are
 * final, so that no class in between has another one of the name.
 */
final class InheritedAtomics {

  private static final Map<String, Set<String>> FINAL = new HashMap<>();

  private final Ancestry ancestry;
  private final Map<String, String> atomics = new HashMap<>();

  InheritedAtomics(Ancestry ancestry) {
    this.ancestry = ancestry;
  }

  /** Whether a call of the owner's method comes to one that an atomic above it declares. */
  boolean has(String owner, String name, String descriptor) {
    if (owner.startsWith("java/") || owner.startsWith("[") || name.equals("<init>")) {
      return false;
    }
    String atomic = atomics.computeIfAbsent(owner, this::atomic);
    return !atomic.isEmpty()
        && !OrderedClasses.isWithin(atomic, name, descriptor)
        && finalMethods(atomic).contains(name + descriptor);
  }

  private String atomic(String owner) {
    String above = ancestry.above(owner, OrderedClasses::isAtomic);
    return above == null ? "" : above;
  }

  private static synchronized Set<String> finalMethods(String atomic) {
    return FINAL.computeIfAbsent(atomic, InheritedAtomics::listed);
  }

  private static Set<String> listed(String atomic) {
    Set<String> methods = new HashSet<>();
    try {
      Class<?> type = Class.forName(atomic.replace('/', '.'), false, null);
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isFinal(method.getModifiers()) && Modifier.isPublic(method.getModifiers())) {
          methods.add(method.getName() + descriptor(method));
        }
      }
    } catch (ClassNotFoundException other) {
      // then nobody calls it
    }
    return methods;
  }

  private static String descriptor(Method method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (Class<?> parameter : method.getParameterTypes()) {
      descriptor.append(parameter.descriptorString());
    }
    return descriptor
        .append(')')
        .append(method.getReturnType().descriptorString())
        .toString();
  }
}
