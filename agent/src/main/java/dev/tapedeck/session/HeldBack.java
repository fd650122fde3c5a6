package dev.tapedeck.session;

import dev.tapedeck.tape.LaneEvents;
import org.jspecify.annotations.Nullable;

/**
 * What a lane has said too early in a replay. All that is kept of it is from where to where it stands on
 * the tape, so that a lane may be ahead of others by any amount.
 */
final class HeldBack implements Comparable<HeldBack> {

  final int lane;
  private final LaneEvents events;
  private @Nullable Spoken first;
  private long firstAt;
  private long lastAt;

  /**
   * Begins with nothing.
   *
   * @param events of the lane, from its beginning
   */
  HeldBack(int lane, LaneEvents events) {
    this.lane = lane;
    this.events = events;
  }

  boolean isEmpty() {
    return first == null;
  }

  /** The lane has said something more, at that place in it. */
  void add(Spoken spoken, long ordinal) {
    if (first == null) {
      first = spoken;
      firstAt = ordinal;
    }
    lastAt = ordinal;
  }

  /** The first of it; null for nothing. */
  @Nullable
  Spoken first() {
    return first;
  }

  /** Goes on to what is next. */
  void advance() {
    first = null;
    while (Math.max(firstAt, events.ordinal()) < lastAt && events.advance()) {
      Spoken next = events.ordinal() > firstAt && Spoken.isSaidBy(events.kindId())
          ? Spoken.by(events.event())
          : null;
      if (next != null) {
        first = next;
        firstAt = events.ordinal();
        return;
      }
    }
  }

  /** Lets go of the memory that reading takes. */
  void park() {
    events.park();
  }

  @Override
  public int compareTo(HeldBack other) {
    return Long.compare(place(), other.place());
  }

  private long place() {
    Spoken next = first;
    return next == null ? Long.MAX_VALUE : next.place();
  }
}
