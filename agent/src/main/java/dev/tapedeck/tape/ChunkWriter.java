package dev.tapedeck.tape;

/**
 * Appends the events of one thread at a time, without locks.
 *
 * <p>An event is on the tape when {@link #clock} or {@link EventWriter#commit} returns, and survives the death of
 * the process. When one of them throws (a {@code StackOverflowError}, an {@code OutOfMemoryError}) it is not, and
 * the writer can be used as before.
 */
public final class ChunkWriter {

  ChunkWriter() {}

  /** What follows belongs to that lane, and the next event has that ordinal in it. */
  public void lane(int id, long nextOrdinal) {
    throw new UnsupportedOperationException();
  }

  /** The lane that {@link #lane} named, or -1. */
  public int lane() {
    throw new UnsupportedOperationException();
  }

  /** The ordinal the next event of the lane will have. */
  public long nextOrdinal() {
    throw new UnsupportedOperationException();
  }

  /** Appends a clock read; {@code kind} is 1, 2 or 3. */
  public void clock(int kind, int site, long value) {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins an event of any other kind. An event that was begun and not committed is forgotten.
   *
   * @param stampNs {@code System.nanoTime()}
   */
  public EventWriter begin(Kind kind, int site, long stampNs) {
    throw new UnsupportedOperationException();
  }

  /** Lets another thread go on in this chunk. The caller must not use the writer any more. */
  public void release() {
    throw new UnsupportedOperationException();
  }
}
