/**
 * Why nothing, or not everything, is on a tape: what a program's class files call that no boundary covers, and what the
 * tape itself tells. Uses {@code runner.portable}, {@code runner.launch}, {@code dev.tapedeck.tape} and ASM.
 */
@NullMarked
package dev.tapedeck.runner.doctor;

import org.jspecify.annotations.NullMarked;
