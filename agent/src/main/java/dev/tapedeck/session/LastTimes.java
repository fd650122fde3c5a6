package dev.tapedeck.session;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;

/** The last time that each clock has told, for those who may ask once more than they did. */
final class LastTimes {

  private volatile long millis;
  private volatile long nanos;
  private volatile long epochNanos;

  void told(Kind kind, long value) {
    if (kind.id() == Kinds.CLOCK_MILLIS.id()) {
      millis = value;
    } else if (kind.id() == Kinds.CLOCK_NANOS.id()) {
      nanos = value;
    } else {
      epochNanos = value;
    }
  }

  long last(Kind kind) {
    if (kind.id() == Kinds.CLOCK_MILLIS.id()) {
      return millis;
    }
    return kind.id() == Kinds.CLOCK_NANOS.id() ? nanos : epochNanos;
  }
}
