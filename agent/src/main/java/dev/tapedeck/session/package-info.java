/**
 * The recorder and the replayer, lanes and cursors. May use {@code dev.tapedeck.boundary} and {@code\n * dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.session;

import org.jspecify.annotations.NullMarked;
