/**
 * Puts a session and the weaver together when the program starts. May use every other package of the\n * agent.
 */
@NullMarked
package dev.tapedeck.agent;

import org.jspecify.annotations.NullMarked;
