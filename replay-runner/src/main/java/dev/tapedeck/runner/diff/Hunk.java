package dev.tapedeck.runner.diff;

/**
 * A stretch of a lane that differs.
 *
 * @param a places of the first events in the lane of the one run
 * @param countA how many there are
 * @param b places of the first events in the lane of the other
 * @param countB how many there are
 * @param moment when it begins, since the beginning of its run
 */
record Hunk(String lane, long[] a, long countA, long[] b, long countB, long moment) {}
