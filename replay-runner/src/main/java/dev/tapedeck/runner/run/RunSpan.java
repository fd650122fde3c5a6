package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;

/** How long a run took, from the start of the agent to the last thing on its tape. */
public final class RunSpan {
  private RunSpan() {}

  /** In nanoseconds; 0 for a tape without events. */
  public static long nanos(TapeReader tape) {
    long begin = tape.header().number(Header.STARTED_AT_NANOS, 0);
    long span = 0;
    for (LaneInfo lane : tape.lanes()) {
      LaneEvents events = tape.lane(lane.id());
      while (events.advance()) {
        // Differences, not values: nanoTime may be anything.
        span = Math.max(span, events.stampNs() - begin);
      }
    }
    return span;
  }
}
