/**
 * The {@code tapedeck} command: one {@code *Command} class for each verb. Of the agent it uses {@code
 * dev.tapedeck.tape} alone; what a verb does is in the subpackages.
 */
@NullMarked
package dev.tapedeck.runner;

import org.jspecify.annotations.NullMarked;
