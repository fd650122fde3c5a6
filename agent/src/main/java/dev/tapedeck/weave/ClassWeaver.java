package dev.tapedeck.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the methods of a class file and writes it anew where something is woven in.
 *
 * <p>All else is copied as it stands. A library that takes class files apart whole took 20 ms of each
 * start for the handful of classes that are woven then.
 */
abstract class ClassWeaver {

  static final int NONE = -1;
  static final int PRIVATE = 0x2;
  static final int STATIC = 0x8;
  static final int NATIVE = 0x100;

  final ConstantPool pool;
  final byte[] file;

  ClassWeaver(byte[] file, ConstantPool pool) {
    this.file = file;
    this.pool = pool;
  }

  /** What is woven into a method, in order; null where nothing is, not even a prefix. */
  abstract @Nullable List<Insertion> weave(int access, String name, String descriptor, Code code);

  /** Whether something may be woven into a method with this name, a constant. */
  boolean mayWeave(int name) {
    return true;
  }

  /** The same where the method is too large for that: no insertion may be longer than what it replaces. */
  @Nullable
  List<Insertion> weaveInPlace(Code code) {
    return null;
  }

  /** Writes what was not written and a native method that gets a body; false where it gets none. */
  boolean writeNative(Bytes out, int position, int copied) {
    return false;
  }

  /** The door that a native method is, or {@link #NONE}. */
  abstract int nativeDoor(String name, String descriptor);

  /** The class file with everything woven in, or null where nothing is. */
  final byte @Nullable [] woven() {
    int fields = pool.end() + 8 + 2 * Bytes.u2(file, pool.end() + 6);
    int methods = skip(fields);
    Bytes out = new Bytes(file.length + 512);
    int copied = methods;
    int count = Bytes.u2(file, methods);
    int added = 0;
    int position = methods + 2;
    for (int i = 0; i < count; i++) {
      if (!mayWeave(Bytes.u2(file, position + 2))) {
        position = attributesEnd(position);
        continue;
      }
      int end = position + 8;
      int code = 0;
      for (int left = Bytes.u2(file, position + 6); left > 0; left--) {
        code = pool.isUtf8(Bytes.u2(file, end), "Code") ? end : code;
        end += 6 + Bytes.u4(file, end + 2);
      }
      if (code != 0 && method(out, position, code, copied)) {
        copied = code + 6 + Bytes.u4(file, code + 2);
      } else if ((Bytes.u2(file, position) & NATIVE) != 0) {
        if (writeNative(out, position, copied)) {
          copied = end;
        } else if (nativeMethod(out, position, end, copied)) {
          copied = end;
          added++;
        }
      }
      position = end;
    }
    if (copied == methods && !pool.isChanged()) {
      return null;
    }
    out.copy(file, copied, file.length);
    out.setU2(0, count + added);
    Bytes whole = new Bytes(pool.end() + out.length() + 512);
    pool.writeTo(whole);
    return whole.copy(file, pool.end(), methods).copy(out).toBytes();
  }

  /** Writes what was not written and the method's code; false where nothing is woven into it. */
  private boolean method(Bytes out, int position, int attribute, int copied) {
    int access = Bytes.u2(file, position);
    String name = pool.utf8(Bytes.u2(file, position + 2));
    String descriptor = pool.utf8(Bytes.u2(file, position + 4));
    Code code = new Code(file, pool, attribute + 6);
    List<Insertion> insertions = weave(access, name, descriptor, code);
    if (insertions == null) {
      return false;
    }
    int before = out.length();
    try {
      out.copy(file, copied, attribute + 2);
      code.writeTo(out, insertions);
      return true;
    } catch (Code.TooFar large) {
      out.cut(before);
      return inPlace(out, name, descriptor, attribute, copied);
    }
  }

  private boolean inPlace(Bytes out, String name, String descriptor, int attribute, int copied) {
    Code code = new Code(file, pool, attribute + 6);
    List<Insertion> insertions = weaveInPlace(code);
    if (insertions == null) {
      return false;
    }
    try {
      out.copy(file, copied, attribute + 2);
      code.writeTo(out, insertions);
      return true;
    } catch (Code.TooFar impossible) {
      throw new IllegalStateException(name + descriptor + " is too large", impossible);
    }
  }

  private boolean nativeMethod(Bytes out, int position, int end, int copied) {
    int door = nativeDoor(
        pool.utf8(Bytes.u2(file, position + 2)), pool.utf8(Bytes.u2(file, position + 4)));
    if (door == NONE) {
      return false;
    }
    NativeMethod.write(out.copy(file, copied, position), file, pool, position, end, door);
    return true;
  }

  /** Where a list of fields or methods ends. */
  private int skip(int at) {
    int position = at + 2;
    for (int i = Bytes.u2(file, at); i > 0; i--) {
      position = attributesEnd(position);
    }
    return position;
  }

  private int attributesEnd(int member) {
    return attributesEnd(file, member);
  }

  /** Where the field or method that begins there ends. */
  static int attributesEnd(byte[] file, int member) {
    int attribute = member + 8;
    for (int left = Bytes.u2(file, member + 6); left > 0; left--) {
      attribute += 6 + Bytes.u4(file, attribute + 2);
    }
    return attribute;
  }
}
