package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/**
 * One event, taken off the tape.
 *
 * <p>A value is a {@link Long}, {@link Boolean}, {@link String}, {@link Payload} or list of strings, as the
 * field's type says; the last three may be null. A failed event has no answer.
 *
 * @param ordinal its place in the lane, from 0
 * @param stampNs when, on the clock of {@code System.nanoTime}: the event's own stamp, or for a clock read
 *     the last time known of its lane
 * @param question one value for each field of the kind's question
 * @param answer one value for each field of the kind's answer; empty when it failed
 */
public record Event(
    Kind kind,
    int lane,
    long ordinal,
    int site,
    long stampNs,
    int phase,
    @Nullable Object[] question,
    @Nullable Object[] answer,
    @Nullable Failure failure) {}
