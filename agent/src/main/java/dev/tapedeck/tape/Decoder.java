package dev.tapedeck.tape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Encoder} wrote and believes none of it: what does not fit is a {@link TapeException}. */
final class Decoder {

  private final byte[] bytes;
  private final int end;
  private int at;

  Decoder(byte[] bytes, int offset, int length) {
    if (offset < 0 || length < 0 || length > bytes.length - offset) {
      throw malformed();
    }
    this.bytes = bytes;
    this.at = offset;
    this.end = offset + length;
  }

  int position() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  int byteValue() {
    return bytes[take(1)] & 0xff;
  }

  int int32() {
    int from = take(4);
    return (bytes[from] & 0xff)
        | (bytes[from + 1] & 0xff) << 8
        | (bytes[from + 2] & 0xff) << 16
        | bytes[from + 3] << 24;
  }

  long int64() {
    return (int32() & 0xffff_ffffL) | (long) int32() << 32;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[take(1)];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed();
  }

  long signed() {
    return Format.unzigzag(varint());
  }

  /** A varint that is an int, and not negative. */
  int count() {
    long value = varint();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw malformed();
    }
    return (int) value;
  }

  /** How many elements follow, each of at least one byte. */
  int elements() {
    int count = count();
    if (count > remaining()) {
      throw malformed();
    }
    return count;
  }

  byte[] raw(int count) {
    int from = take(count);
    byte[] copy = new byte[count];
    System.arraycopy(bytes, from, copy, 0, count);
    return copy;
  }

  String string() {
    String text = stringOrNull();
    if (text == null) {
      throw malformed();
    }
    return text;
  }

  @Nullable
  String stringOrNull() {
    long head = varint();
    if (head == 0) {
      return null;
    }
    int size = size(head - 1);
    if (((head - 1) & Format.IN_PAYLOAD) != 0) {
      throw malformed();
    }
    return text(bytes, take(size), size, ((head - 1) & Format.WIDE) != 0);
  }

  List<@Nullable String> strings() {
    int count = elements();
    List<@Nullable String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(stringOrNull());
    }
    return Collections.unmodifiableList(texts);
  }

  /** The number of bytes that the head of a string, of bytes or of strings announces. */
  static int size(long head) {
    long size = head >>> 2;
    if (size > Integer.MAX_VALUE - 16) {
      throw malformed();
    }
    return (int) size;
  }

  static String text(byte[] bytes, int offset, int length, boolean wide) {
    if (!wide) {
      return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
    if ((length & 1) != 0) {
      throw malformed();
    }
    char[] chars = new char[length / 2];
    for (int i = 0; i < chars.length; i++) {
      int from = offset + 2 * i;
      chars[i] = (char) ((bytes[from] & 0xff) | (bytes[from + 1] & 0xff) << 8);
    }
    return new String(chars);
  }

  static TapeException malformed() {
    return new TapeException("These bytes are not what Tapedeck writes: they are damaged.");
  }

  private int take(int count) {
    if (count < 0 || count > end - at) {
      throw malformed();
    }
    int from = at;
    at += count;
    return from;
  }
}
