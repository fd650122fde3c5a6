package dev.tapedeck.weave;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the volatile fields that a class also looks at where it has a lock. As a rule it looks without one
 * first, and whether it takes the lock at all hangs on what it sees: so these have a place among the locks.
 */
final class GuardedFields extends VolatileFields {

  private static final int VOLATILE = 0x40;

  private final byte[] file;
  private final ConstantPool pool;
  private final Set<String> guarded = new HashSet<>();

  private GuardedFields(byte[] file, ConstantPool pool, @Nullable ClassLoader loader) {
    super(file, pool, loader, null);
    this.file = file;
    this.pool = pool;
  }

  /** What the class has of them; null where it has none. */
  static @Nullable GuardedFields of(byte[] file, ConstantPool pool, @Nullable ClassLoader loader) {
    GuardedFields fields = new GuardedFields(file, pool, loader);
    int at = pool.end() + 8 + 2 * Bytes.u2(file, pool.end() + 6);
    boolean any = false;
    int position = at + 2;
    for (int i = Bytes.u2(file, at); i > 0; i--) {
      any |= (Bytes.u2(file, position) & VOLATILE) != 0;
      position = ClassWeaver.attributesEnd(file, position);
    }
    if (any) {
      fields.look(position);
    }
    return fields.guarded.isEmpty() ? null : fields;
  }

  @Override
  boolean isVolatile(int reference) {
    return pool.owner(reference).equals(pool.self()) && guarded.contains(key(reference));
  }

  /** Goes through the methods that have a lock. */
  private void look(int methods) {
    int position = methods + 2;
    for (int i = Bytes.u2(file, methods); i > 0; i--) {
      int attribute = position + 8;
      for (int left = Bytes.u2(file, position + 6); left > 0; left--) {
        if (pool.isUtf8(Bytes.u2(file, attribute), "Code")) {
          Code code = new Code(file, pool, attribute + 6);
          if ((Bytes.u2(file, position) & Monitors.SYNCHRONIZED) != 0 || takesMonitor(code)) {
            add(code);
          }
        }
        attribute += 6 + Bytes.u4(file, attribute + 2);
      }
      position = attribute;
    }
  }

  private static boolean takesMonitor(Code code) {
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      if (code.opcode(pc) == Instructions.MONITORENTER) {
        return true;
      }
    }
    return false;
  }

  private void add(Code code) {
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      int opcode = code.opcode(pc);
      if (opcode >= Instructions.GETSTATIC && opcode <= Instructions.PUTFIELD) {
        int reference = code.operand(pc);
        if (pool.owner(reference).equals(pool.self()) && super.isVolatile(reference)) {
          guarded.add(key(reference));
        }
      }
    }
  }

  private String key(int reference) {
    return pool.name(reference) + ' ' + pool.descriptor(reference);
  }
}
