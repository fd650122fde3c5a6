package dev.tapedeck.tape;

/**
 * Something said about the recording while it was made.
 *
 * @param severity {@code info}, {@code warning} or {@code problem}
 */
public record Note(String severity, String text) {}
