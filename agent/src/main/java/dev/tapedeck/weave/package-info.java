/**
 * Rewrites classes so that doors lead through Tapedeck. May use {@code dev.tapedeck.boundary} and\n * {@code dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.weave;

import org.jspecify.annotations.NullMarked;
