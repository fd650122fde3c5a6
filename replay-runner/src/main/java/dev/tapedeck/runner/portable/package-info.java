/**
 * The portable tape: {@code run.tape} with the bytes of {@code run.tape.cas} beside it, or both in one {@code .tape.zip},
 * perhaps with the program's classes. Nothing that comes from such a file is believed before it is checked. Whatever is
 * done with a portable tape is done with the run directory that is made of it. Uses {@code runner.json}, {@code
 * runner.run}, {@code runner.launch} and {@code dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.runner.portable;

import org.jspecify.annotations.NullMarked;
