/**
 * The {@code tapedeck} command. Of the agent it uses {@code dev.tapedeck.tape} alone.
 */
@NullMarked
package dev.tapedeck.runner;

import org.jspecify.annotations.NullMarked;
