package dev.tapedeck.tape;

/**
 * The place in a class that asked.
 *
 * @param className with dots
 * @param line -1 when the class file does not say
 * @param index which of the calls of doors on that line, from 0
 */
public record Site(
    int id, String className, String method, String descriptor, int line, int index) {}
