/**
 * The programs that are measured. Each runs in a JVM of its own, on its own jar, and prints what it
 * has measured itself.
 */
@NullMarked
package dev.tapedeck.benchmarks.program;

import org.jspecify.annotations.NullMarked;
