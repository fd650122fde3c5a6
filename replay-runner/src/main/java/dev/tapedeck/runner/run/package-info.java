/**
 * Recorded runs: which directory is one, what a RUN argument means, and its events and sites in words. Uses {@code
 * dev.tapedeck.tape} and {@code runner.speech}.
 */
@NullMarked
package dev.tapedeck.runner.run;

import org.jspecify.annotations.NullMarked;
