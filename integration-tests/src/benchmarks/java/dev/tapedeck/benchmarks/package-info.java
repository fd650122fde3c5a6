/**
 * What recording and replaying cost: the table of budgets, and JMH for one event of each hot kind.
 *
 * <p>Every figure is a ratio of things measured side by side in one run. Uses the shipped jars and
 * nothing else of ours; run by {@code benchmarks.sh}, never by the build.
 */
@NullMarked
package dev.tapedeck.benchmarks;

import org.jspecify.annotations.NullMarked;
