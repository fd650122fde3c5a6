package dev.tapedeck.boundary;

/**
 * A method of the JDK that is a door: a Java method, or a native one of a class that is not loaded
 * when the JVM starts.
 *
 * @param owner internal name of the class
 * @param since first feature version of the JDK that has the method
 * @param until last one that has it
 * @param presence whether it must be there
 */
public record Wrap(
    String owner,
    String name,
    String descriptor,
    Door door,
    int since,
    int until,
    Presence presence) {

  /** Whether a method is there. */
  public enum Presence {
    ALWAYS,
    /** Some JDKs have no such method, and need none. */
    MAYBE,
    /** It is native and static: the classes that call it are led over a Java method. */
    NATIVE
  }

  /** A method that every supported JDK has. */
  public static Wrap of(String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, 0, Integer.MAX_VALUE, Presence.ALWAYS);
  }

  /** A method that came with a feature version. */
  public static Wrap since(int version, String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, version, Integer.MAX_VALUE, Presence.ALWAYS);
  }

  /** A method that went with the feature version after this one. */
  public static Wrap until(int version, String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, 0, version, Presence.ALWAYS);
  }

  /** A method that some supported JDKs have as a Java method, and others not or as a native one. */
  public static Wrap maybe(String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, 0, Integer.MAX_VALUE, Presence.MAYBE);
  }

  /** A native static method of {@code sun.nio.fs}. */
  public static Wrap bridge(String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, 0, Integer.MAX_VALUE, Presence.NATIVE);
  }
}
