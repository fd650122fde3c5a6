package dev.tapedeck.runner.diff;

import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.TapeReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The events of a lane that count, as fingerprints, of which a window is in memory. */
final class KeyedLane {
  private static final int SMALLEST = 1 << 14;
  private static final int LARGEST = 1 << 20;

  private final TapeReader tape;
  private final Mode mode;
  private final @Nullable LaneEvents events;
  private final long started;
  private long[] keys = new long[SMALLEST];
  private long[] ordinals = new long[SMALLEST];
  private long[] moments = new long[SMALLEST];
  private int from;
  private int to;
  private boolean exhausted;
  private long lastMoment = Long.MIN_VALUE;

  /** Of no lane, where the run has none of that name. */
  KeyedLane(TapeReader tape, @Nullable Integer lane, Mode mode) {
    this.tape = tape;
    this.mode = mode;
    this.events = lane == null ? null : tape.lane(lane);
    this.started = tape.header().number(Header.STARTED_AT_NANOS, 0);
  }

  /** Reads on until the window is full or the lane ends. */
  void fill() {
    int size = size();
    lastMoment = from > 0 ? moments[from - 1] : lastMoment;
    move(keys);
    move(ordinals);
    move(moments);
    from = 0;
    to = size;
    while (to < keys.length && !exhausted) {
      exhausted = events == null || !events.advance();
      if (!exhausted
          && events != null
          && mode.counts(events.kindId(), events.kind().name())) {
        keys[to] =
            Fingerprint.of(events.event(), tape.site(events.site()), mode.of(events.phase()));
        ordinals[to] = events.ordinal();
        moments[to] = events.stampNs() - started;
        to++;
      }
    }
  }

  /** Makes the window larger; false when it is large enough. */
  boolean grow() {
    if (keys.length >= LARGEST || exhausted) {
      return false;
    }
    int length = 4 * keys.length;
    keys = Arrays.copyOf(keys, length);
    ordinals = Arrays.copyOf(ordinals, length);
    moments = Arrays.copyOf(moments, length);
    return true;
  }

  int size() {
    return to - from;
  }

  /** Whether the window reaches to the lane's end. */
  boolean isLast() {
    return exhausted;
  }

  long key(int at) {
    return keys[from + at];
  }

  long[] keys() {
    return Arrays.copyOfRange(keys, from, to);
  }

  /** The events' places in their lane. */
  long[] ordinals(int first, int end) {
    return Arrays.copyOfRange(ordinals, from + first, from + end);
  }

  /** When the event happened, or where there is none the last before it: since the run began, in nanoseconds. */
  long moment(int at) {
    int there = Math.min(from + at, to - 1);
    return there < 0 ? lastMoment : moments[there];
  }

  /** Whether the lane has no events that count. */
  boolean isEmpty() {
    return exhausted && lastMoment == Long.MIN_VALUE && size() == 0;
  }

  void drop(int count) {
    from += count;
  }

  private void move(long[] window) {
    System.arraycopy(window, from, window, 0, size());
  }
}
