package dev.tapedeck.boundary;

/**
 * Where in the JDK a door stands, without the door.
 *
 * @param owner internal name of the class
 * @param number what woven code calls the door
 */
public record Place(
    String owner, String name, String descriptor, int number, Wrap.Presence presence) {}
