/**
 * The tape as JSON Lines, format version 1: the header first, then one record for each event in the order of time, the
 * end last. The fields of version 1 come first and in its order, ours after them. Uses {@code dev.tapedeck.tape},
 * Jackson's streaming half and Commons Codec's BLAKE3.
 */
@NullMarked
package dev.tapedeck.runner.json;

import org.jspecify.annotations.NullMarked;
