package dev.tapedeck.tape;

/** The uncaught exception that ended a thread. */
public record Crash(String thread, Failure failure) {}
