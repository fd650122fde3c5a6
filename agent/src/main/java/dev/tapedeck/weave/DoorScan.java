package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;

/**
 * Finds out from the constant pool alone whether a class file can name a door (JVMS 4.4).
 *
 * <p>Most classes do not, and are never parsed. May say yes in error, never no.
 */
final class DoorScan {

  private static final int TABLE = 1 << 10;

  private final long[] doors = new long[TABLE];
  private final long[] names = new long[TABLE];

  /** Looks for calls of this method of this class. */
  void door(String owner, String name) {
    put(doors, pair(hash(owner), hash(name)));
  }

  /** Looks for calls of a method of this name, of whatever class. */
  void name(String name) {
    put(names, hash(name));
  }

  /** Which constants may name a door; null where none does. */
  boolean @Nullable [] doors(byte[] file, ConstantPool pool) {
    int count = pool.count();
    long[] hashes = new long[count];
    boolean[] doors = null;
    for (int i = 1; i < count; i++) {
      int tag = pool.tag(i);
      if ((tag == ConstantPool.METHOD || tag == ConstantPool.INTERFACE_METHOD)
          && isDoor(file, pool, hashes, i)) {
        doors = doors == null ? new boolean[count] : doors;
        doors[i] = true;
      }
    }
    return doors;
  }

  private boolean isDoor(byte[] file, ConstantPool pool, long[] hashes, int reference) {
    long name = hashAt(file, pool, hashes, pool.first(pool.second(reference)));
    if (has(names, name)) {
      return true;
    }
    long owner = hashAt(file, pool, hashes, pool.first(pool.first(reference)));
    return has(doors, pair(owner, name));
  }

  private static long hashAt(byte[] file, ConstantPool pool, long[] hashes, int text) {
    if (hashes[text] == 0) {
      int start = pool.position(text) + 3;
      hashes[text] = hash(file, start, start + Bytes.u2(file, start - 2));
    }
    return hashes[text];
  }

  private static long hash(String ascii) {
    long hash = 17;
    for (int i = 0; i < ascii.length(); i++) {
      hash = hash * 0x100000001B3L + ascii.charAt(i);
    }
    return hash | 1;
  }

  private static long hash(byte[] file, int start, int end) {
    long hash = 17;
    for (int i = start; i < end; i++) {
      hash = hash * 0x100000001B3L + file[i];
    }
    return hash | 1;
  }

  private static long pair(long owner, long name) {
    return (owner * 31 + name) | 1;
  }

  private static void put(long[] table, long hash) {
    int slot = slot(hash);
    while (table[slot] != 0 && table[slot] != hash) {
      slot = (slot + 1) & (TABLE - 1);
    }
    table[slot] = hash;
  }

  private static boolean has(long[] table, long hash) {
    int slot = slot(hash);
    while (table[slot] != 0) {
      if (table[slot] == hash) {
        return true;
      }
      slot = (slot + 1) & (TABLE - 1);
    }
    return false;
  }

  private static int slot(long hash) {
    return (int) (hash >>> 20) & (TABLE - 1);
  }
}
