/**
 * Running a program many times: recorded until a run fails, replayed to see that all replays agree. Uses {@code
 * runner.launch}, {@code runner.report}, {@code runner.run} and {@code runner.speech}.
 */
@NullMarked
package dev.tapedeck.runner.series;

import org.jspecify.annotations.NullMarked;
