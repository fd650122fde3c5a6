/** How the command speaks: its lines on stderr, its one-line complaints, amounts and durations in words. Uses the JDK alone. */
@NullMarked
package dev.tapedeck.runner.speech;

import org.jspecify.annotations.NullMarked;
