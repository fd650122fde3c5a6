package dev.tapedeck.weave;

/** Instructions that are woven in, with the constants that they need. */
final class Snippet {

  static final String HOOKS = "java/tapedeck/Hooks";
  static final String REFLECTION = "java/tapedeck/Reflection";

  private final ConstantPool pool;
  private final Bytes code;

  Snippet(ConstantPool pool) {
    this(pool, new Bytes(16));
  }

  /** Goes on in the same bytes. */
  Snippet(ConstantPool pool, Bytes code) {
    this.pool = pool;
    this.code = code;
  }

  Bytes code() {
    return code;
  }

  Snippet op(int opcode) {
    code.u1(opcode);
    return this;
  }

  /** Pushes a number in the fewest bytes. */
  Snippet push(int value) {
    if (value >= -1 && value <= 5) {
      code.u1(Instructions.ICONST_0 + value);
    } else if (value == (byte) value) {
      code.u1(Instructions.BIPUSH).u1(value);
    } else if (value == (short) value) {
      code.u1(Instructions.SIPUSH).u2(value);
    } else {
      code.u1(Instructions.LDC_W).u2(pool.integer(value));
    }
    return this;
  }

  Snippet load(char type, int local) {
    return local(Types.load(type), local);
  }

  Snippet store(char type, int local) {
    return local(Types.store(type), local);
  }

  private Snippet local(int opcode, int local) {
    if (local < 256) {
      code.u1(opcode).u1(local);
    } else {
      code.u1(Instructions.WIDE).u1(opcode).u2(local);
    }
    return this;
  }

  Snippet loadThis() {
    return load('L', 0);
  }

  Snippet typed(int opcode, String internalName) {
    code.u1(opcode).u2(pool.type(internalName));
    return this;
  }

  Snippet call(int opcode, String owner, String name, String descriptor) {
    code.u1(opcode).u2(pool.method(owner, name, descriptor));
    return this;
  }

  /**
   * Calls an interface's method.
   *
   * @param places how many places receiver and arguments take (JVMS 6.5, invokeinterface)
   */
  Snippet callInterface(String owner, String name, String descriptor, int places) {
    code.u1(Instructions.INVOKEINTERFACE).u2(pool.interfaceMethod(owner, name, descriptor));
    code.u1(places).u1(0);
    return this;
  }

  Snippet hook(String name, String descriptor) {
    return call(Instructions.INVOKESTATIC, HOOKS, name, descriptor);
  }

  /** Makes an object of the value on the stack. */
  Snippet box(char type) {
    String box = Types.box(type);
    return box.isEmpty()
        ? this
        : call(Instructions.INVOKESTATIC, box, "valueOf", Types.boxing(type));
  }

  /** Makes of the object on the stack what a method with this descriptor returns, and returns it. */
  Snippet returned(String descriptor) {
    String result = descriptor.substring(descriptor.indexOf(')') + 1);
    char type = result.charAt(0);
    String box = Types.box(type);
    if (!box.isEmpty()) {
      typed(Instructions.CHECKCAST, box);
      call(Instructions.INVOKEVIRTUAL, box, Types.unboxing(type), Types.unboxed(type));
    } else if (type != 'V') {
      typed(
          Instructions.CHECKCAST, type == 'L' ? result.substring(1, result.length() - 1) : result);
    }
    return op(Types.returning(type));
  }
}
