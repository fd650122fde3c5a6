package dev.tapedeck.tape;

import java.util.List;

/**
 * Classes of the JDK that were first loaded behind a door, where a replay does not go.
 *
 * @param lane the lane of the event at which they were loaded
 * @param ordinal that event's place in its lane
 */
public record Awakened(int lane, long ordinal, List<String> classes) {}
