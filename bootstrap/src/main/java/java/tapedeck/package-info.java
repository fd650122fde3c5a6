/**
 * The hooks that woven classes call and the session behind them, in the bootstrap loader. Uses java.base\n * alone.
 */
@NullMarked
package java.tapedeck;

import org.jspecify.annotations.NullMarked;
