package dev.tapedeck.boundary;

import jdk.internal.misc.Unsafe;

/** Memory outside the heap, where channels read to and write from. */
final class NativeMemory {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long BYTES = start();
  private static final int VECTOR = 16; // struct iovec: base and length

  private NativeMemory() {}

  /**
   * Where the first element of a byte array stands.
   *
   * <p>Looked for, because the constant that tells it is an int on one JDK and a long on another.
   */
  private static long start() {
    byte[] array = {0x5a, 0x3c, 0x69, 0x17};
    long at = Integer.BYTES;
    while (UNSAFE.getByte(array, at) != array[0]
        || UNSAFE.getByte(array, at + 1) != array[1]
        || UNSAFE.getByte(array, at + 2) != array[2]
        || UNSAFE.getByte(array, at + 3) != array[3]) {
      at += Integer.BYTES;
    }
    return at;
  }

  static byte[] take(long address, int length) {
    byte[] bytes = new byte[length];
    UNSAFE.copyMemory(null, address, bytes, BYTES, length);
    return bytes;
  }

  static void take(long address, byte[] into, int offset, int length) {
    UNSAFE.copyMemory(null, address, into, BYTES + offset, length);
  }

  static void put(byte[] bytes, int offset, long address, int length) {
    UNSAFE.copyMemory(bytes, BYTES + offset, null, address, length);
  }

  /** Where a vector's memory begins. */
  static long start(long vectors, int index) {
    return UNSAFE.getLong(vectors + (long) index * VECTOR);
  }

  /** How many bytes a vector has room for. */
  static long length(long vectors, int index) {
    return UNSAFE.getLong(vectors + (long) index * VECTOR + 8);
  }

  static void put(byte[] bytes, long address) {
    UNSAFE.copyMemory(bytes, BYTES, null, address, bytes.length);
  }

  /** How many bytes the vectors have room for. */
  static long room(long vectors, int count) {
    long room = 0;
    for (int i = 0; i < count; i++) {
      room += length(vectors, i);
    }
    return room;
  }

  /** The first bytes of the vectors. */
  static byte[] gather(long vectors, int count, int length) {
    byte[] bytes = new byte[length];
    move(vectors, count, bytes, true);
    return bytes;
  }

  static void scatter(byte[] bytes, long vectors, int count) {
    move(vectors, count, bytes, false);
  }

  private static void move(long vectors, int count, byte[] bytes, boolean toHeap) {
    int done = 0;
    for (int i = 0; i < count && done < bytes.length; i++) {
      long base = start(vectors, i);
      long room = length(vectors, i);
      int length = (int) Math.min(room, bytes.length - done);
      long inHeap = BYTES + (long) done;
      if (toHeap) {
        UNSAFE.copyMemory(null, base, bytes, inHeap, length);
      } else {
        UNSAFE.copyMemory(bytes, inHeap, null, base, length);
      }
      done += length;
    }
  }
}
