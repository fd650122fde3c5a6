package dev.tapedeck.weave;

import java.util.Arrays;

/** Grows while big-endian numbers and stretches of class files are put into it. */
final class Bytes {

  private byte[] bytes;
  private int length;

  Bytes(int expected) {
    bytes = new byte[expected];
  }

  Bytes u1(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  Bytes u2(int value) {
    reserve(2);
    bytes[length++] = (byte) (value >> 8);
    bytes[length++] = (byte) value;
    return this;
  }

  Bytes u4(int value) {
    return u2(value >> 16).u2(value);
  }

  Bytes copy(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  Bytes copy(Bytes other) {
    return copy(other.bytes, 0, other.length);
  }

  /** Writes over what stands there. */
  void setU2(int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }

  void setU4(int at, int value) {
    setU2(at, value >> 16);
    setU2(at + 2, value);
  }

  int length() {
    return length;
  }

  /** Takes back what was put after that length. */
  void cut(int to) {
    length = to;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  static int s2(byte[] bytes, int at) {
    return bytes[at] << 8 | (bytes[at + 1] & 0xff);
  }

  static int u4(byte[] bytes, int at) {
    return u2(bytes, at) << 16 | u2(bytes, at + 2);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
