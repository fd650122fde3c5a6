/**
 * Programs recorded and replayed through the shipped jars, in JVMs of their own.
 *
 * <p>A list of fixtures per family ({@code *FixturesIT}), and tests of what a list cannot say. Uses
 * nothing of Tapedeck but its two jars.
 */
@NullMarked
package dev.tapedeck.it;

import org.jspecify.annotations.NullMarked;
