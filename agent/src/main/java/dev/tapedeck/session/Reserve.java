package dev.tapedeck.session;

import org.jspecify.annotations.Nullable;

/**
 * A little of the heap for the moment when the program has used up all the rest: then we still have to
 * say so, and may have to load a class for that.
 */
final class Reserve {

  private static final int PIECE = 16 * 1024;
  private static final int PIECES = 16;

  private final byte @Nullable [][] pieces = new byte[PIECES][];

  Reserve() {
    close();
  }

  /** Gives it back to the heap. */
  void open() {
    for (int i = 0; i < PIECES; i++) {
      pieces[i] = null;
    }
  }

  /** Takes it out of the heap again, as much as is there: the program must not find what it had not. */
  void close() {
    try {
      for (int i = 0; i < PIECES; i++) {
        pieces[i] = new byte[PIECE];
      }
    } catch (OutOfMemoryError tight) {
      // the rest is gone
    }
  }
}
