/**
 * The doors to the outside world, each with its recording and its replay. May use {@code\n * dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.boundary;

import org.jspecify.annotations.NullMarked;
