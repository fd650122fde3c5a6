package dev.tapedeck.weave;

/**
 * Has method references that are bound to an object take it for what the replacement of their method
 * takes: the JDK wants the two types to be the same (LambdaMetafactory).
 */
final class BoundReceivers {

  /** What stands in a constant of a dynamic call before its name and type (JVMS 4.4.10). */
  private static final int NAME_AND_TYPE = 3;

  private final byte[] file;
  private final ConstantPool pool;
  private final int methods;

  BoundReceivers(byte[] file, ConstantPool pool) {
    this.file = file;
    this.pool = pool;
    this.methods = bootstrapMethods();
  }

  /** All dynamic calls that bind the first operand of the method handle bind one of the type. */
  void take(int handle, String type) {
    if (methods < 0) {
      return;
    }
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.INVOKE_DYNAMIC && isOf(i, handle)) {
        String descriptor = pool.descriptor(i);
        int end = descriptor.indexOf(';') + 1;
        if (descriptor.startsWith("(L") && end <= descriptor.indexOf(')')) {
          String bound = "(L" + type + ";" + descriptor.substring(end);
          pool.retype(i, NAME_AND_TYPE, pool.name(i), bound);
        }
      }
    }
  }

  private boolean isOf(int dynamic, int handle) {
    int at = methods;
    for (int i = Bytes.u2(file, pool.position(dynamic) + 1); i > 0; i--) {
      at += 4 + 2 * Bytes.u2(file, at + 2);
    }
    for (int i = Bytes.u2(file, at + 2); i > 0; i--) {
      if (Bytes.u2(file, at + 2 + 2 * i) == handle) {
        return true;
      }
    }
    return false;
  }

  /** Where the first bootstrap method stands (JVMS 4.7.23); -1 for none. */
  private int bootstrapMethods() {
    int at = pool.end() + 8 + 2 * Bytes.u2(file, pool.end() + 6);
    for (int members = 0; members < 2; members++) {
      int left = Bytes.u2(file, at);
      at += 2;
      for (; left > 0; left--) {
        at = attributesEnd(at + 6);
      }
    }
    int left = Bytes.u2(file, at);
    at += 2;
    for (; left > 0; left--) {
      if (pool.isUtf8(Bytes.u2(file, at), "BootstrapMethods")) {
        return at + 8;
      }
      at += 6 + Bytes.u4(file, at + 2);
    }
    return -1;
  }

  private int attributesEnd(int attributes) {
    int at = attributes + 2;
    for (int left = Bytes.u2(file, attributes); left > 0; left--) {
      at += 6 + Bytes.u4(file, at + 2);
    }
    return at;
  }
}
