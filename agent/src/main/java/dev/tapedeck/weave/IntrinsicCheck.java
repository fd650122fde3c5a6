package dev.tapedeck.weave;

import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;

/**
 * The JVM's flag {@code CheckIntrinsics}: whether it says on stdout that a method which it knows as an
 * intrinsic is not annotated as one.
 *
 * <p>It has no door in Java. The flag is found as the JVM's serviceability agent finds it: the JVM
 * exports a description of its own structures (vmStructs.hpp).
 */
final class IntrinsicCheck {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** The bytes of a C string of at most eight, or of such a part of it, as a number. */
  private static final long JVM_FLAG = text("JVMFlag\0");

  private static final long FLAGS = text("flags\0");
  private static final long FLAGS_MASK = 0xffff_ffff_ffffL;
  private static final long CHECK_INT = text("CheckInt");
  private static final long RINSICS = text("rinsics\0");
  private static final int MOST = 10_000;

  private IntrinsicCheck() {}

  /** Keeps the JVM silent; false where the flag was not found. */
  static boolean off() {
    long flags = flags();
    long size = flags == 0 ? 0 : size();
    if (size == 0) {
      return false;
    }
    for (int i = 0; i < MOST; i++) {
      long flag = UNSAFE.getLong(flags + i * size); // its address comes first
      long name = UNSAFE.getLong(flags + i * size + 8);
      if (name == 0) {
        return false;
      }
      if (UNSAFE.getByte(name) == 'C' // all of it would be read byte by byte
          && UNSAFE.getLongUnaligned(null, name) == CHECK_INT
          && UNSAFE.getLongUnaligned(null, name + 8) == RINSICS) {
        UNSAFE.putByte(flag, (byte) 0);
        return true;
      }
    }
    return false;
  }

  /** Where the list of all flags is; 0 where that is not known. */
  private static long flags() {
    long entry = value("gHotSpotVMStructs");
    long stride = value("gHotSpotVMStructEntryArrayStride");
    long typeName = value("gHotSpotVMStructEntryTypeNameOffset");
    long fieldName = value("gHotSpotVMStructEntryFieldNameOffset");
    long address = value("gHotSpotVMStructEntryAddressOffset");
    for (int i = 0; entry != 0 && stride != 0 && i < MOST; i++, entry += stride) {
      long type = UNSAFE.getLong(entry + typeName);
      if (type == 0) {
        return 0;
      }
      if (isFlag(type)
          && (UNSAFE.getLongUnaligned(null, UNSAFE.getLong(entry + fieldName)) & FLAGS_MASK)
              == FLAGS) {
        return UNSAFE.getLong(UNSAFE.getLong(entry + address));
      }
    }
    return 0;
  }

  /** The size of one flag's structure; 0 where that is not known. */
  private static long size() {
    long entry = value("gHotSpotVMTypes");
    long stride = value("gHotSpotVMTypeEntryArrayStride");
    long typeName = value("gHotSpotVMTypeEntryTypeNameOffset");
    long size = value("gHotSpotVMTypeEntrySizeOffset");
    for (int i = 0; entry != 0 && stride != 0 && i < MOST; i++, entry += stride) {
      long type = UNSAFE.getLong(entry + typeName);
      if (type == 0) {
        return 0;
      }
      if (isFlag(type)) {
        return UNSAFE.getLong(entry + size);
      }
    }
    return 0;
  }

  /** Whether a type's name is that of a flag. Most names begin with another letter. */
  private static boolean isFlag(long name) {
    return UNSAFE.getByte(name) == 'J' && UNSAFE.getLongUnaligned(null, name) == JVM_FLAG;
  }

  /** What the exported variable of that name holds; 0 where there is none. */
  private static long value(String symbol) {
    long address = SharedSecrets.getJavaLangAccess().findNative(null, symbol);
    return address == 0 ? 0 : UNSAFE.getLong(address);
  }

  private static long text(String ascii) {
    long value = 0;
    for (int i = ascii.length() - 1; i >= 0; i--) {
      value = value << 8 | ascii.charAt(i);
    }
    return value;
  }
}
