/**
 * How two runs differ: lanes by their names, events by what they say, differences with lines and values. Uses {@code
 * runner.run}, {@code runner.portable} and {@code dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.runner.diff;

import org.jspecify.annotations.NullMarked;
