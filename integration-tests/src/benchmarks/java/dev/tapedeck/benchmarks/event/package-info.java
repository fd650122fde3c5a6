/** What JMH measures: one event of each hot kind. */
@NullMarked
package dev.tapedeck.benchmarks.event;

import org.jspecify.annotations.NullMarked;
