package dev.tapedeck.runner.report;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Tier;
import java.util.List;

/**
 * What is known beside the divergence itself.
 *
 * @param seq the place in the order of all lanes, or -1
 * @param before the events of the lane before it, oldest first
 * @param changedClasses classes of the program that are not those of the recording
 * @param recordedJvm the version that recorded
 * @param replayedJvm the version that replayed
 * @param order what is kept of the order between lanes
 */
public record Evidence(
    long seq,
    List<Event> before,
    List<String> changedClasses,
    String recordedJvm,
    String replayedJvm,
    boolean sameJvm,
    int lanes,
    boolean complete,
    Tier order) {}
