package dev.tapedeck.weave;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a door around a native method of the JDK: the native one gets another name, and a Java method
 * that calls it takes its place.
 *
 * <p>The JVM finds the native code all the same, by the prefix that it was told of. A class can only
 * be given a method before it is loaded.
 */
final class NativeMethod {

  /** Begins the new names of native methods. */
  static final String PREFIX = "tapedeck$";

  private static final int NOT_PRIVATE = 0x5;
  private static final int SYNTHETIC = 0x1000;

  /** Those that have got another name. */
  private static final ConcurrentHashMap<String, Boolean> GIVEN = new ConcurrentHashMap<>();

  private NativeMethod() {}

  /** Whether the class is not loaded yet, or was loaded with the method in it. */
  static boolean isPossible(@Nullable Class<?> loaded, String owner, String name) {
    return loaded == null || GIVEN.containsKey(owner + '.' + name);
  }

  /**
   * Writes both methods in place of the one.
   *
   * @param method where it stands in the file
   */
  static void write(Bytes out, byte[] file, ConstantPool pool, int method, int end, int door) {
    int access = Bytes.u2(file, method);
    int descriptorIndex = Bytes.u2(file, method + 4);
    String name = pool.utf8(Bytes.u2(file, method + 2));
    String descriptor = pool.utf8(descriptorIndex);
    GIVEN.put(pool.self() + '.' + name, true);
    out.u2(access & ~ClassWeaver.NATIVE).copy(file, method + 2, method + 6);
    out.u2(Bytes.u2(file, method + 6) + 1).copy(file, method + 8, end);
    boolean isStatic = (access & ClassWeaver.STATIC) != 0;
    Forwarding.write(out, pool, door, isStatic, pool.self(), PREFIX + name, descriptor);
    out.u2(access & ~NOT_PRIVATE | ClassWeaver.PRIVATE | SYNTHETIC);
    out.u2(pool.utf8(PREFIX + name)).u2(descriptorIndex).u2(0);
  }
}
