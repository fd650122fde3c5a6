/**
 * Whether a tape is whole, and whether it still replays. Uses {@code runner.portable}, {@code runner.launch} and {@code
 * dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.runner.verify;

import org.jspecify.annotations.NullMarked;
