package dev.tapedeck.session;

/**
 * A thread out of sight that runs a lane for a moment.
 *
 * @param randomSeed where its own random numbers stand
 * @param hashes where its own identity hash codes come from
 */
record Loan(long randomSeed, HashState.Words hashes) {}
