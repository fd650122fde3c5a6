package dev.tapedeck.weave;

import java.nio.charset.Charset;

/** The constants of a class file (JVMS 4.4), and those that weaving adds behind them. */
final class ConstantPool {

  static final int UTF8 = 1;
  static final int INTEGER = 3;
  static final int LONG = 5;
  static final int DOUBLE = 6;
  static final int CLASS = 7;
  static final int STRING = 8;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int NAME_AND_TYPE = 12;
  static final int METHOD_HANDLE = 15;
  static final int INVOKE_DYNAMIC = 18;

  /** By kind (JVMS 4.4, table A); 0 where there is no such kind, or the constant says how many. */
  private static final byte[] SIZES = {0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  /** Whose class every JVM has; {@code StandardCharsets} would load six more. */
  static final Charset TEXTS = Charset.forName("UTF-8");

  private static final int START = 10;
  private static final int MOST = 0xffff;

  private final byte[] file;
  private final int[] at;
  private final int end;
  private final Bytes added = new Bytes(64);
  private final AddedConstants indexes = new AddedConstants();
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
      if (tag == UTF8) {
        position += 3 + ((file[position + 1] & 0xff) << 8 | (file[position + 2] & 0xff));
      } else {
        position += size(tag);
        if (tag == LONG || tag == DOUBLE) {
          i++; // JVMS 4.4.5: they take two entries
        }
      }
    }
    this.end = position;
  }

  /** How many bytes a constant of that kind takes. */
  private static int size(int tag) {
    int size = tag < 0 || tag >= SIZES.length ? 0 : SIZES[tag];
    if (size == 0) {
      throw new IllegalArgumentException("constant pool tag " + tag);
    }
    return size;
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

  /** One bit of 64, by the length and the first letter of a text: most texts differ in it. */
  long look(int index) {
    int from = at[index] + 3;
    return look((file[from - 2] & 0xff) << 8 | (file[from - 1] & 0xff), file[from]);
  }

  static long look(int length, int first) {
    return 1L << (length * 5 + first);
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

  /** Whether the text is a string of the program's. */
  boolean quotes(String ascii) {
    for (int i = 1; i < at.length; i++) {
      if (tag(i) == STRING && isUtf8(Bytes.u2(file, at[i] + 1), ascii)) {
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
    return new String(file, from, length, TEXTS);
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

  /** The constant that names the class whose file this is. */
  int selfIndex() {
    return Bytes.u2(file, end + 2);
  }

  /** The version of the class file, without the minor one. */
  int version() {
    return Bytes.u2(file, 6);
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

  /** Gives a constant another name and type, which stands so far behind its tag. */
  void retype(int constant, int behind, String name, String descriptor) {
    change(at[constant] + behind, nameAndType(name, descriptor));
  }

  private void change(int position, int value) {
    changes.u4(position).u2(value);
  }

  boolean isChanged() {
    return changes.length() > 0;
  }

  int integer(int value) {
    String digits = Integer.toString(value);
    int known = indexes.find(INTEGER, digits, "", "");
    if (known != 0) {
      return known;
    }
    added.u1(INTEGER).u4(value);
    return added(INTEGER, digits, "", "");
  }

  int utf8(String ascii) {
    int known = indexes.find(UTF8, ascii, "", "");
    if (known != 0) {
      return known;
    }
    byte[] text = ascii.getBytes(TEXTS);
    added.u1(UTF8).u2(text.length).copy(text, 0, text.length);
    return added(UTF8, ascii, "", "");
  }

  int type(String internalName) {
    int known = indexes.find(CLASS, internalName, "", "");
    if (known != 0) {
      return known;
    }
    int name = utf8(internalName);
    added.u1(CLASS).u2(name);
    return added(CLASS, internalName, "", "");
  }

  int method(String owner, String name, String descriptor) {
    return member(METHOD, owner, name, descriptor);
  }

  int interfaceMethod(String owner, String name, String descriptor) {
    return member(INTERFACE_METHOD, owner, name, descriptor);
  }

  private int member(int tag, String owner, String name, String descriptor) {
    int known = indexes.find(tag, owner, name, descriptor);
    if (known != 0) {
      return known;
    }
    int type = type(owner);
    int nameAndType = nameAndType(name, descriptor);
    added.u1(tag).u2(type).u2(nameAndType);
    return added(tag, owner, name, descriptor);
  }

  private int nameAndType(String name, String descriptor) {
    int known = indexes.find(NAME_AND_TYPE, name, descriptor, "");
    if (known != 0) {
      return known;
    }
    int nameIndex = utf8(name);
    int descriptorIndex = utf8(descriptor);
    added.u1(NAME_AND_TYPE).u2(nameIndex).u2(descriptorIndex);
    return added(NAME_AND_TYPE, name, descriptor, "");
  }

  private int added(int tag, String first, String second, String third) {
    if (count >= MOST) {
      throw new IllegalStateException("there is no room for constants");
    }
    indexes.put(tag, first, second, third, count);
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
