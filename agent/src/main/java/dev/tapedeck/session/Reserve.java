package dev.tapedeck.session;

import org.jspecify.annotations.Nullable;

/**
 * A little of the heap for the moment when the program has used up all the rest: then we still have to
 * say so, and may have to load a class for that.
 *
 * <p>G1 hands out memory by regions, and a little that becomes free in a full one helps nobody. An
 * array of more than half a region has regions of its own (g1CollectedHeap.hpp: humongous objects).
 */
final class Reserve {

  private static final int SMALLEST_PIECE = 16;
  private static final long REGIONS = 2048;
  private static final long SMALLEST_REGION = 1 << 20;
  private static final long LARGEST_REGION = 32 << 20;

  private @Nullable Object kept = new byte[size()];

  /** Gives it back to the heap. */
  void open() {
    kept = null;
  }

  /** Takes what is left of it out of the heap again: the program must not find what it had not. */
  void close() {
    int left = size();
    for (int piece = left; piece >= SMALLEST_PIECE; piece /= 2) {
      try {
        while (left >= piece) {
          kept = new Object[] {kept, new byte[piece]};
          left -= piece;
        }
      } catch (OutOfMemoryError full) {
        // no more of that size
      }
    }
  }

  /** A little more than half a region. */
  private static int size() {
    long region = Long.highestOneBit(Runtime.getRuntime().maxMemory() / REGIONS);
    return (int) (Math.max(SMALLEST_REGION, Math.min(LARGEST_REGION, region)) / 2) + 64;
  }
}
