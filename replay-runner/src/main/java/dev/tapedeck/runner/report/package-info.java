/**
 * What is said of a replay and of a run: the verdict, the report of a divergence with its likely cause, one line for an
 * event. Uses {@code dev.tapedeck.tape} and {@code runner.speech}; Jackson for the report as JSON.
 */
@NullMarked
package dev.tapedeck.runner.report;

import org.jspecify.annotations.NullMarked;
