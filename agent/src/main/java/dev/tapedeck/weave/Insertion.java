package dev.tapedeck.weave;

import org.jspecify.annotations.Nullable;

/**
 * What is woven in at one instruction. A jump to the instruction comes to what stands before it.
 *
 * @param pc where the instruction begins
 * @param replaces whether the instruction itself goes
 */
record Insertion(
    int pc, Bytes before, boolean replaces, @Nullable Bytes after) {}
