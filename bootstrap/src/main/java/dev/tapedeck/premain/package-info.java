/**
 * The way in: all that a program's class path can see of Tapedeck. Uses the JDK alone, and reaches the\n * agent only through the loader it makes.
 */
@NullMarked
package dev.tapedeck.premain;

import org.jspecify.annotations.NullMarked;
