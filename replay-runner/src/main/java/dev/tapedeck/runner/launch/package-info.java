/**
 * Starting the program, to record it or to replay it: the agent's jar, the command line, the environment, the child
 * process. Uses {@code dev.tapedeck.tape} for the header and {@code runner.speech}.
 */
@NullMarked
package dev.tapedeck.runner.launch;

import org.jspecify.annotations.NullMarked;
