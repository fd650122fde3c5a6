/** Finding recorded runs: which directory is one, which is the newest, what a RUN argument means. Uses {@code runner.speech}. */
@NullMarked
package dev.tapedeck.runner.run;

import org.jspecify.annotations.NullMarked;
