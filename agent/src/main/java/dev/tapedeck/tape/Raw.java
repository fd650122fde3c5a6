package dev.tapedeck.tape;

import jdk.internal.misc.Unsafe;

/** Memory by its address: what the writer does without objects, locks and bounds checks. */
final class Raw {

  static final Unsafe U = Unsafe.getUnsafe();

  private static final long VALUE = U.objectFieldOffset(String.class, "value");
  private static final long CODER = U.objectFieldOffset(String.class, "coder");
  private static final long ARRAY_BASE = arrayBase();
  private static final int COPY_BY_HAND = 64;

  private Raw() {}

  /** Returns the address behind the number. */
  static long varint(long address, long value) {
    long at = address;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      U.putByte(at++, (byte) (rest | 0x80));
      rest >>>= 7;
    }
    U.putByte(at, (byte) rest);
    return at + 1;
  }

  /** Returns the address behind the bytes. */
  static long bytes(long address, byte[] source, int offset, int length) {
    long from = ARRAY_BASE + offset;
    if (length > COPY_BY_HAND) {
      U.copyMemory(source, from, null, address, length);
      return address + length;
    }
    int done = 0;
    for (; length - done >= 8; done += 8) {
      U.putLong(address + done, U.getLong(source, from + done));
    }
    for (; done < length; done++) {
      U.putByte(address + done, U.getByte(source, from + done));
    }
    return address + length;
  }

  /** Copies from there to the start of the array. */
  static void copy(long address, byte[] into, int length) {
    U.copyMemory(null, address, into, ARRAY_BASE, length);
  }

  /** The string's own bytes, not a copy: one or two to a character, see {@link #wide}. */
  static byte[] bytesOf(String text) {
    return (byte[]) U.getReference(text, VALUE);
  }

  static boolean wide(String text) {
    return U.getByte(text, CODER) != 0;
  }

  /** The running state after the bytes between the two addresses, the last of them padded with zeros. */
  static long fold(long state, long from, long to) {
    long result = state;
    long at = from;
    for (; to - at >= 8; at += 8) {
      result = Format.fold(result, U.getLong(at));
    }
    if (at < to) {
      result = Format.fold(result, U.getLong(at) & -1L >>> 64 - 8 * (to - at));
    }
    return result;
  }

  /** Where an array's first byte is. Unsafe's own answer is an int on 17 and a long on 25, so no code links to both. */
  private static long arrayBase() {
    byte[] probe = new byte[16];
    for (int i = 0; i < probe.length; i++) {
      probe[i] = (byte) (0xa0 + i);
    }
    for (long base = 12; base <= 24; base += 4) {
      if (U.getLong(probe, base) == 0xa7a6_a5a4_a3a2_a1a0L) {
        return base;
      }
    }
    throw new TapeException("Tapedeck does not know how this JVM lays out an array.");
  }
}
