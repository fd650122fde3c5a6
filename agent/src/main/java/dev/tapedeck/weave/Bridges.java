package dev.tapedeck.weave;

import dev.tapedeck.boundary.Wrap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * Java methods around native ones, which have no body to weave.
 *
 * <p>They stand in a class of their own in the package of the native methods, and the classes that call those
 * are led over them.
 */
final class Bridges {

  private static final String NAME = "sun/nio/fs/TapedeckBridges";
  private static final int JAVA_17 = 61;
  private static final int FINAL = 0x10;
  private static final int SUPER = 0x20;
  private static final int SYNTHETIC = 0x1000;

  /** The classes that call one of the native methods. */
  private static final List<String> CALLERS = List.of(
      "sun/nio/fs/UnixFileSystemProvider",
      "sun/nio/fs/UnixDirectoryStream",
      "sun/nio/fs/UnixDirectoryStream$UnixDirectoryIterator",
      "sun/nio/fs/UnixSecureDirectoryStream",
      "sun/nio/fs/UnixSecureDirectoryStream$BasicFileAttributeViewImpl",
      "sun/nio/fs/UnixSecureDirectoryStream$PosixFileAttributeViewImpl",
      "sun/nio/fs/UnixFileAttributeViews$Basic",
      "sun/nio/fs/UnixFileAttributeViews$Posix",
      "sun/nio/fs/UnixUserDefinedFileAttributeView",
      "sun/nio/fs/UnixUserPrincipals");

  private final List<Wrap> wraps = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  void add(Wrap wrap, int number) {
    wraps.add(wrap);
    numbers.add(number);
  }

  List<String> callers() {
    return CALLERS;
  }

  boolean leads(String owner) {
    return CALLERS.contains(owner);
  }

  /** Makes the class; before any that calls it is woven. */
  void define() {
    byte[] empty = emptyClass();
    ConstantPool pool = new ConstantPool(empty);
    Bytes methods = new Bytes(4096).u2(wraps.size());
    for (int i = 0; i < wraps.size(); i++) {
      Wrap wrap = wraps.get(i);
      methods.u2(ClassWeaver.STATIC).u2(pool.utf8(wrap.name())).u2(pool.utf8(wrap.descriptor()));
      Forwarding.write(
          methods.u2(1), pool, numbers.get(i), true, wrap.owner(), wrap.name(), wrap.descriptor());
    }
    Bytes whole = new Bytes(8192);
    pool.writeTo(whole);
    byte[] bytes =
        whole.copy(empty, pool.end(), empty.length).copy(methods).u2(0).toBytes();
    Unsafe.getUnsafe().defineClass(NAME, bytes, 0, bytes.length, null, null);
  }

  /** A class file up to its methods. */
  private static byte[] emptyClass() {
    Bytes bytes = new Bytes(128).u4(0xcafebabe).u4(JAVA_17).u2(5);
    for (String name : new String[] {NAME, "java/lang/Object"}) {
      byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
      bytes.u1(ConstantPool.UTF8).u2(text.length).copy(text, 0, text.length);
    }
    bytes.u1(ConstantPool.CLASS).u2(1).u1(ConstantPool.CLASS).u2(2);
    return bytes.u2(FINAL | SUPER | SYNTHETIC).u2(3).u2(4).u2(0).u2(0).toBytes();
  }

  /** Leads the calls of a class. */
  void redirect(ConstantPool pool) {
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.METHOD && isNative(pool, i)) {
        pool.redirect(i, NAME, pool.name(i), pool.descriptor(i));
      }
    }
  }

  private boolean isNative(ConstantPool pool, int reference) {
    for (Wrap wrap : wraps) {
      if (pool.isNamed(reference, wrap.name())
          && pool.owner(reference).equals(wrap.owner())
          && pool.descriptor(reference).equals(wrap.descriptor())) {
        return true;
      }
    }
    return false;
  }
}
