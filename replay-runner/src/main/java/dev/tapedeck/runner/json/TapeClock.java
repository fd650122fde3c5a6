package dev.tapedeck.runner.json;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kinds;

/** The two times of a record: what the wall clock showed, and the milliseconds since the run started. */
final class TapeClock {
  private static final long NS_PER_MS = 1_000_000;

  private final long startedUnixMs;
  private final long startedNanos;

  TapeClock(Fields header) {
    this.startedUnixMs = header.number(Header.STARTED_AT_UNIX_MS, 0);
    this.startedNanos = header.number(Header.STARTED_AT_NANOS, 0);
  }

  long monotonicMs(long stampNs) {
    return Math.floorDiv(stampNs - startedNanos, NS_PER_MS);
  }

  /** A read of the wall clock is its own witness; the others are placed by their stamp. */
  long wallMs(Event event) {
    int id = event.kind().id();
    if (id == Kinds.CLOCK_MILLIS.id() && event.answer()[0] instanceof Long ms) {
      return ms;
    }
    if (id == Kinds.CLOCK_EPOCH_NANOS.id() && event.answer()[0] instanceof Long ns) {
      return Math.floorDiv(ns, NS_PER_MS);
    }
    return wallMs(event.stampNs());
  }

  long wallMs(long stampNs) {
    return startedUnixMs + monotonicMs(stampNs);
  }
}
