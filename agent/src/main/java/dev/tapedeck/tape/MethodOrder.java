package dev.tapedeck.tape;

/**
 * In which order the JVM lists the methods of a class.
 *
 * <p>HotSpot sorts them by the addresses of their names, so the order is another in each process, and
 * programs see it by reflection.
 *
 * @param publicOnly whether only the public ones were asked for
 * @param order for each place in the list, as one char, the method's place in the order of names and
 *     descriptors
 */
public record MethodOrder(String className, boolean publicOnly, String order) {}
