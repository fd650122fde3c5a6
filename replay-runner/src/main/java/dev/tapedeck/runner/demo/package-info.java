/**
 * What {@code tapedeck demo} does: records the batch job of {@code com.example.orders} until it crashes, and replays the
 * crash. Uses {@code runner.launch}, {@code runner.run} and {@code runner.speech}.
 */
@NullMarked
package dev.tapedeck.runner.demo;

import org.jspecify.annotations.NullMarked;
