/**
 * The entry point that the JVM calls, and nothing more: all that an application's class path sees.
 *
 * <p>Uses {@code java.base} and {@code java.instrument} only.
 */
@NullMarked
package dev.tapedeck.premain;

import org.jspecify.annotations.NullMarked;
