package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/**
 * How the run ended.
 *
 * @param clean whether everything the program was told stands on the tape
 * @param how {@code return}, {@code exit}, {@code halt}, {@code uncaught} or {@code signal}
 * @param events on all lanes together, also those that could not be written; the writer puts its own count here
 */
public record RunEnd(
    int exitCode, boolean clean, String how, @Nullable Crash crash, int phase, long events) {}
