package dev.tapedeck.session;

import jdk.internal.misc.Unsafe;

/**
 * Gives the class of a lambda a name that is the same in each run.
 *
 * <p>HotSpot puts an address into it, and JDK 17 a number that counts all lambdas of the process, the
 * JDK's own behind a door among them: {@code Main$$Lambda$14/0x0000000800c03000}. Programs print it.
 */
final class LambdaNames {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long NAME = UNSAFE.objectFieldOffset(Class.class, "name");
  private static final String LAMBDA = "$$Lambda";
  private static final long NEAR = 0x8_0000_0000L;
  private static final long ADDRESSES = 0x7fff_fff8L;

  private LambdaNames() {}

  /** The name as it is cached in the class, if it is a lambda's. */
  static void give(Class<?> type, Lane lane) {
    if (!type.isHidden()) {
      return;
    }
    String name = type.getName();
    int lambda = name.indexOf(LAMBDA);
    int slash = name.indexOf('/', lambda + 1);
    if (lambda < 0 || slash < 0) {
      return;
    }
    int number = ++lane.lambdas;
    int end = lambda + LAMBDA.length();
    String counted = name.charAt(end) == '$' ? "$" + number : "";
    long address = NEAR + ((lane.place() ^ number * 0x9E3779B97F4A7C15L) >>> 32 & ADDRESSES);
    UNSAFE.putReference(type, NAME, name.substring(0, end) + counted + "/0x" + hex(address));
  }

  private static String hex(long address) {
    String digits = Long.toHexString(address);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
