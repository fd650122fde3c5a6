package dev.tapedeck.session;

import java.tapedeck.Hashes;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Who was the last to take each lock: a table by identity hash code.
 *
 * <p>Locks that share a slot are ordered as if they were one. That can only order more than is needed.
 */
final class Slots {

  private static final int BITS = 17;
  private static final int GOLDEN = 0x9E3779B9;

  /** Stands in a slot while somebody does what nobody else may do meanwhile. */
  private static final long BUSY = -1;

  private static final int SPINS = 200;
  private static final long PATIENCE_NS = 2_000_000_000;

  /** Whether somebody has gone first without knowing his place. */
  volatile boolean isUncertain;

  private final AtomicLongArray last = new AtomicLongArray(1 << BITS);

  /** The slot of a subject. */
  static int of(Object subject) {
    return Hashes.identityHashCode(subject) * GOLDEN >>> Integer.SIZE - BITS;
  }

  /** Puts down who takes the subject now, which the current thread holds; returns who was the last before. */
  long claim(int slot, long mine) {
    while (true) {
      long before = last.get(slot);
      if (before == BUSY) {
        before = awaitFree(slot);
      }
      if (last.compareAndSet(slot, before, mine)) {
        return before;
      }
    }
  }

  /** Keeps others away until {@link #close}; returns who was the last. */
  long open(int slot) {
    return claim(slot, BUSY);
  }

  /** Puts down who was the last now. */
  void close(int slot, long mine) {
    last.lazySet(slot, mine);
  }

  /** Who was the last; 0 for nobody, and for somebody who is at it. */
  long last(int slot) {
    long found = last.get(slot);
    return found == BUSY ? 0 : found;
  }

  /**
   * Waits until nobody is at it; returns what stands there then.
   *
   * <p>Who never ends what he began, because his callbacks wait for the very thread that waits here, must
   * not keep others away for good: the program goes first, and the order is not known here.
   */
  @SuppressWarnings("ThreadPriorityCheck") // as a rule the wait is short
  private long awaitFree(int slot) {
    long since = System.nanoTime();
    for (int i = 1; ; i++) {
      long found = last.get(slot);
      if (found != BUSY) {
        return found;
      }
      if (i < SPINS) {
        Thread.onSpinWait();
      } else {
        if (System.nanoTime() - since > PATIENCE_NS) {
          isUncertain = true;
          return BUSY;
        }
        Thread.yield();
      }
    }
  }
}
