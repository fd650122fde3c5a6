/**
 * What woven code can see: the hooks, and the session behind them.
 *
 * <p>Lives in the bootstrap loader, in a {@code java.} package so that every class loader, however
 * strict, delegates to it. Uses {@code java.base} only; no lambdas, no collections, no string
 * concatenation on the way of a recorded call.
 */
@NullMarked
package java.tapedeck;

import org.jspecify.annotations.NullMarked;
