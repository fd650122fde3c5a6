package dev.tapedeck.boundary;

/**
 * A method of the JDK that is a door: a Java method, or a native one of a class that is not loaded
 * when the JVM starts.
 *
 * @param owner internal name of the class
 * @param since first feature version of the JDK that has the method
 * @param until last one that has it
 */
public record Wrap(String owner, String name, String descriptor, Door door, int since, int until) {

  /** A method that every supported JDK has. */
  public static Wrap of(String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, 0, Integer.MAX_VALUE);
  }

  /** A method that came with a feature version. */
  public static Wrap since(int version, String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, version, Integer.MAX_VALUE);
  }

  /** A method that went with the feature version after this one. */
  public static Wrap until(int version, String owner, String name, String descriptor, Door door) {
    return new Wrap(owner, name, descriptor, door, 0, version);
  }
}
