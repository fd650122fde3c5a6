/**
 * The tape's binary form, writer and reader side by side. Uses nothing else of Tapedeck.
 */
@NullMarked
package dev.tapedeck.tape;

import org.jspecify.annotations.NullMarked;
