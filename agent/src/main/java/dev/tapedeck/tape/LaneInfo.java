package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/**
 * One causal sequence of events.
 *
 * @param parent the lane that started it, or -1
 * @param index its place among what the parent started, from 1; from 0 without a parent
 * @param name the parent's name and the index, for instance {@code 0.1.2}
 * @param threadName of the thread that began it, where it has one
 * @param bornNs on the clock of {@code System.nanoTime}
 */
public record LaneInfo(
    int id, int parent, int index, String name, @Nullable String threadName, long bornNs) {}
