package dev.tapedeck.session;

/**
 * What a thread of a replay waits for: that another lane has done so many ordered operations.
 *
 * @param lane its number on the tape
 * @param site the line that waits
 */
record Turn(int lane, long count, int site) {}
