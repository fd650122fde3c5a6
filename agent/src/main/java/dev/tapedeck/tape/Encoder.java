package dev.tapedeck.tape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes numbers and texts into bytes on the heap, for what is not on the hot path. */
final class Encoder {

  private byte[] bytes = new byte[256];
  private int length;

  Encoder byteValue(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  Encoder int32(int value) {
    reserve(4);
    for (int i = 0; i < 4; i++) {
      bytes[length++] = (byte) (value >>> 8 * i);
    }
    return this;
  }

  Encoder int64(long value) {
    return int32((int) value).int32((int) (value >>> 32));
  }

  Encoder varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
    return this;
  }

  Encoder signed(long value) {
    return varint(Format.zigzag(value));
  }

  Encoder raw(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  /** One byte a character where all fit (ISO 8859-1), else two: nothing a string can hold is lost. */
  Encoder string(@Nullable String text) {
    if (text == null) {
      return varint(0);
    }
    int size = text.length();
    int all = 0;
    for (int i = 0; i < size; i++) {
      all |= text.charAt(i);
    }
    boolean wide = all > 0xff;
    varint(((long) size << (wide ? 3 : 2) | (wide ? Format.WIDE : 0)) + 1);
    reserve(wide ? 2 * size : size);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      bytes[length++] = (byte) c;
      if (wide) {
        bytes[length++] = (byte) (c >>> 8);
      }
    }
    return this;
  }

  Encoder strings(List<? extends @Nullable String> texts) {
    varint(texts.size());
    for (String text : texts) {
      string(text);
    }
    return this;
  }

  int length() {
    return length;
  }

  /** What was written so far stands at the start of these bytes. */
  byte[] buffer() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
    }
  }
}
