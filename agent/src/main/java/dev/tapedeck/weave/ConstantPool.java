package dev.tapedeck.weave;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The constants of a class file (JVMS 4.4), and those that weaving adds behind them. */
final class ConstantPool {

  static final int UTF8 = 1;
  static final int INTEGER = 3;
  static final int LONG = 5;
  static final int DOUBLE = 6;
  static final int CLASS = 7;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int NAME_AND_TYPE = 12;
  static final int METHOD_HANDLE = 15;

  private static final int START = 10;
  private static final int MOST = 0xffff;

  private final byte[] file;
  private final int[] at;
  private final int end;
  private final Bytes added = new Bytes(64);
  private final Map<String, Integer> indexes = new HashMap<>();
  private int count;

  /** Constants that point elsewhere now: at an offset in the file, two bytes or one. */
  private final Bytes changes = new Bytes(32);

  ConstantPool(byte[] file) {
    this.file = file;
    this.count = Bytes.u2(file, 8);
    this.at = new int[count];
    int position = START;
    for (int i = 1; i < count; i++) {
      at[i] = position;
      int tag = file[position];
      position += size(file, position);
      if (tag == LONG || tag == DOUBLE) {
        i++; // JVMS 4.4.5: they take two entries
      }
    }
    this.end = position;
  }

  /** How many bytes the constant takes. */
  static int size(byte[] file, int position) {
    switch (file[position]) {
      case UTF8:
        return 3 + Bytes.u2(file, position + 1);
      case CLASS:
      case 8: // string
      case 16: // method type
      case 19: // module
      case 20: // package
        return 3;
      case METHOD_HANDLE:
        return 4;
      case LONG:
      case DOUBLE:
        return 9;
      case INTEGER:
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

  /** Where in the file the constants end. */
  int end() {
    return end;
  }

  /** How many entries the file has, and one more. */
  int count() {
    return at.length;
  }

  /** The kind of a constant; 0 where there is none. */
  int tag(int index) {
    return at[index] == 0 ? 0 : file[at[index]];
  }

  /** The first number of a constant that is made of two-byte numbers. */
  int first(int index) {
    return Bytes.u2(file, at[index] + 1);
  }

  int second(int index) {
    return Bytes.u2(file, at[index] + 3);
  }

  /** Where the constant stands in the file. */
  int position(int index) {
    return at[index];
  }

  /** Whether a constant is this text. */
  boolean isUtf8(int index, String ascii) {
    int from = at[index] + 3;
    int length = ascii.length();
    if (file[from - 3] != UTF8 || Bytes.u2(file, from - 2) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (file[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is among the constants, so that a method may have that name. */
  boolean says(String ascii) {
    for (int i = 1; i < at.length; i++) {
      if (tag(i) == UTF8 && isUtf8(i, ascii)) {
        return true;
      }
    }
    return false;
  }

  String utf8(int index) {
    int from = at[index] + 3;
    int length = Bytes.u2(file, from - 2);
    for (int i = 0; i < length; i++) {
      if (file[from + i] < 0) {
        return decoded(from, length);
      }
    }
    return new String(file, from, length, StandardCharsets.ISO_8859_1);
  }

  /** Modified UTF-8, JVMS 4.4.7. */
  private String decoded(int from, int length) {
    StringBuilder text = new StringBuilder(length);
    int i = from;
    while (i < from + length) {
      int b = file[i] & 0xff;
      if (b < 0x80) {
        text.append((char) b);
        i += 1;
      } else if (b < 0xe0) {
        text.append((char) ((b & 0x1f) << 6 | (file[i + 1] & 0x3f)));
        i += 2;
      } else {
        text.append((char) ((b & 0x0f) << 12 | (file[i + 1] & 0x3f) << 6 | (file[i + 2] & 0x3f)));
        i += 3;
      }
    }
    return text.toString();
  }

  /** The internal name of the class whose file this is. */
  String self() {
    return className(Bytes.u2(file, end + 2));
  }

  /** The internal name of its superclass. */
  String parent() {
    return className(Bytes.u2(file, end + 4));
  }

  /** The internal name of a class; empty for index 0, the superclass of Object. */
  String className(int index) {
    return index == 0 ? "" : utf8(first(index));
  }

  /** The class that a method or field constant names. */
  String owner(int reference) {
    return className(first(reference));
  }

  String name(int reference) {
    return utf8(first(second(reference)));
  }

  /** Whether a method constant names a method of that name. */
  boolean isNamed(int reference, String ascii) {
    return isUtf8(first(second(reference)), ascii);
  }

  String descriptor(int reference) {
    return utf8(second(second(reference)));
  }

  /** Makes a method constant name another method; all who use it do. */
  void redirect(int reference, String owner, String name, String descriptor) {
    change(at[reference] + 1, type(owner));
    change(at[reference] + 3, nameAndType(name, descriptor));
  }

  /** Makes a method handle constant one of a static method. */
  void redirectHandle(int handle, String owner, String name, String descriptor) {
    change(at[handle], METHOD_HANDLE << 8 | 6); // the tag, and REF_invokeStatic
    change(at[handle] + 2, method(owner, name, descriptor));
  }

  private void change(int position, int value) {
    changes.u4(position).u2(value);
  }

  boolean isChanged() {
    return changes.length() > 0;
  }

  int integer(int value) {
    Integer known = indexes.get(Integer.toString(value));
    if (known != null) {
      return known;
    }
    added.u1(INTEGER).u4(value);
    return added(Integer.toString(value));
  }

  int utf8(String ascii) {
    String key = "u" + ascii;
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    byte[] text = ascii.getBytes(StandardCharsets.ISO_8859_1);
    added.u1(UTF8).u2(text.length).copy(text, 0, text.length);
    return added(key);
  }

  int type(String internalName) {
    String key = "c" + internalName;
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    int name = utf8(internalName);
    added.u1(CLASS).u2(name);
    return added(key);
  }

  int method(String owner, String name, String descriptor) {
    String key = owner + '.' + name + descriptor;
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    int type = type(owner);
    int nameAndType = nameAndType(name, descriptor);
    added.u1(METHOD).u2(type).u2(nameAndType);
    return added(key);
  }

  private int nameAndType(String name, String descriptor) {
    String key = "n" + name + descriptor;
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    int nameIndex = utf8(name);
    int descriptorIndex = utf8(descriptor);
    added.u1(NAME_AND_TYPE).u2(nameIndex).u2(descriptorIndex);
    return added(key);
  }

  private int added(String key) {
    if (count >= MOST) {
      throw new IllegalStateException("there is no room for constants");
    }
    indexes.put(key, count);
    return count++;
  }

  /** Writes the class file up to the end of the constants. */
  void writeTo(Bytes out) {
    out.copy(file, 0, 8).u2(count).copy(file, START, end).copy(added);
    byte[] list = changes.toBytes();
    for (int i = 0; i < list.length; i += 6) {
      out.setU2(Bytes.u4(list, i), Bytes.u2(list, i + 4));
    }
  }
}
