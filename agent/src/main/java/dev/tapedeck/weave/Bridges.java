package dev.tapedeck.weave;

import dev.tapedeck.boundary.Place;
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

  private final List<Place> natives;

  Bridges(List<Place> natives) {
    this.natives = natives;
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
    Bytes methods = new Bytes(4096).u2(natives.size());
    for (Place door : natives) {
      methods.u2(ClassWeaver.STATIC).u2(pool.utf8(door.name())).u2(pool.utf8(door.descriptor()));
      Forwarding.write(
          methods.u2(1), pool, door.number(), true, door.owner(), door.name(), door.descriptor());
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
      byte[] text = name.getBytes(ConstantPool.TEXTS);
      bytes.u1(ConstantPool.UTF8).u2(text.length).copy(text, 0, text.length);
    }
    bytes.u1(ConstantPool.CLASS).u2(1).u1(ConstantPool.CLASS).u2(2);
    return bytes.u2(FINAL | SUPER | SYNTHETIC).u2(3).u2(4).u2(0).u2(0).toBytes();
  }

  /** Leads the calls of a class. */
  void redirect(ConstantPool pool) {
    boolean[] owners = new boolean[pool.count()];
    for (int i = 1; i < owners.length; i++) {
      owners[i] = pool.tag(i) == ConstantPool.CLASS && isOwner(pool, i);
    }
    for (int i = 1; i < owners.length; i++) {
      if (pool.tag(i) == ConstantPool.METHOD && owners[pool.first(i)] && isNative(pool, i)) {
        pool.redirect(i, NAME, pool.name(i), pool.descriptor(i));
      }
    }
  }

  /** Whether a class constant names one that has such methods. */
  private boolean isOwner(ConstantPool pool, int type) {
    String last = "";
    for (Place door : natives) {
      if (!door.owner().equals(last)) {
        last = door.owner();
        if (pool.isUtf8(pool.first(type), last)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNative(ConstantPool pool, int reference) {
    for (Place door : natives) {
      if (pool.isNamed(reference, door.name())
          && pool.owner(reference).equals(door.owner())
          && pool.descriptor(reference).equals(door.descriptor())) {
        return true;
      }
    }
    return false;
  }
}
