package dev.tapedeck.weave;

/**
 * Finds out from the constant pool alone whether a class file can name a door (JVMS 4.4).
 *
 * <p>Most classes do not, and are never parsed. May say yes in error, never no.
 */
final class DoorScan {

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
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

  boolean namesDoor(byte[] file) {
    int count = unsigned(file, 8);
    int[] at = new int[count];
    int position = 10;
    for (int i = 1; i < count; i++) {
      at[i] = position;
      int tag = file[position];
      position += size(file, position);
      if (tag == 5 || tag == 6) {
        i++; // JVMS 4.4.5: long and double take two entries
      }
    }
    long[] hashes = new long[count];
    for (int i = 1; i < count; i++) {
      int tag = at[i] == 0 ? 0 : file[at[i]];
      if ((tag == METHOD || tag == INTERFACE_METHOD) && isDoor(file, at, hashes, at[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether the class file has the word in its constant pool, and so may declare a method of that name. */
  boolean says(String ascii, byte[] file) {
    int count = unsigned(file, 8);
    int position = 10;
    for (int i = 1; i < count; i++) {
      int tag = file[position];
      if (tag == UTF8
          && unsigned(file, position + 1) == ascii.length()
          && hash(ascii) == hash(file, position + 3, position + 3 + ascii.length())) {
        return true;
      }
      position += size(file, position);
      if (tag == 5 || tag == 6) {
        i++;
      }
    }
    return false;
  }

  private boolean isDoor(byte[] file, int[] at, long[] hashes, int reference) {
    int owner = unsigned(file, at[unsigned(file, reference + 1)] + 1);
    int name = unsigned(file, at[unsigned(file, reference + 3)] + 1);
    long nameHash = hashAt(file, at, hashes, name);
    return has(names, nameHash) || has(doors, pair(hashAt(file, at, hashes, owner), nameHash));
  }

  private static long hashAt(byte[] file, int[] at, long[] hashes, int index) {
    if (hashes[index] == 0) {
      int start = at[index] + 3;
      hashes[index] = hash(file, start, start + unsigned(file, at[index] + 1));
    }
    return hashes[index];
  }

  private static int size(byte[] file, int position) {
    switch (file[position]) {
      case UTF8:
        return 3 + unsigned(file, position + 1);
      case CLASS:
      case 8: // string
      case 16: // method type
      case 19: // module
      case 20: // package
        return 3;
      case 15: // method handle
        return 4;
      case 5: // long
      case 6: // double
        return 9;
      case 3: // integer
      case 4: // float
      case 9: // field
      case METHOD:
      case INTERFACE_METHOD:
      case NAME_AND_TYPE:
      case 17: // dynamic
      case 18: // invokedynamic
        return 5;
      default:
        throw new IllegalArgumentException("constant pool tag " + file[position]);
    }
  }

  private static int unsigned(byte[] file, int position) {
    return (file[position] & 0xff) << 8 | (file[position + 1] & 0xff);
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
