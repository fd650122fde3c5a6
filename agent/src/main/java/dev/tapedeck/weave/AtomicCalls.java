package dev.tapedeck.weave;

/** Tells what the methods of variable handles, and the JDK's {@code Unsafe}, access. */
final class AtomicCalls {

  private static final String OBJECT = "(Ljava/lang/Object;";

  private AtomicCalls() {}

  /** Whether a method of {@code VarHandle} is an access in any of its modes (JLS 15.12.3). */
  static boolean isAccess(String name) {
    return name.startsWith("get") && !name.equals("getClass")
        || name.startsWith("set")
        || name.startsWith("compareAnd")
        || name.startsWith("weakCompareAnd");
  }

  /** Whether its first argument is the object or array that has the variable. */
  static boolean hasObject(String name, String descriptor) {
    String parameters = Types.parameters(descriptor);
    int values = name.startsWith("compareAnd") || name.startsWith("weakCompareAnd")
        ? 2
        : name.startsWith("set") || name.startsWith("getAnd") ? 1 : 0;
    char first = parameters.isEmpty() ? 'V' : parameters.charAt(0);
    return parameters.length() > values && (first == 'L' || first == '[');
  }

  /** Whether it is an access of the tag that every fork/join task has. */
  static boolean isTag(String name) {
    return name.endsWith("ForkJoinTaskTag");
  }

  /** Whether it is an access through {@code Unsafe}; plain ones stand beside others of the same field. */
  static boolean isUnsafe(String owner, String name, String descriptor) {
    return owner.endsWith("/misc/Unsafe")
        && descriptor.startsWith(OBJECT)
        && (name.startsWith("compareAnd")
            || name.startsWith("weakCompareAnd")
            || name.startsWith("get")
            || name.startsWith("put"));
  }
}
