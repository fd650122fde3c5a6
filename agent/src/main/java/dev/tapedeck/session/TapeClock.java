package dev.tapedeck.session;

import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.tapedeck.Hooks;

/** Tells the program the time that a tape holds, and the live one to those who are not the program. */
final class TapeClock {

  private static final long SECOND = 1_000_000_000L;

  private final Lanes lanes;
  private final Asker asker;
  private final Times times;

  /** Who finds on the tape what a clock shows. */
  interface Times {
    /** What the clock of that kind shows the line. */
    long time(ThreadLane thread, Kind kind, int line);
  }

  TapeClock(Lanes lanes, Asker asker, Times times) {
    this.lanes = lanes;
    this.asker = asker;
    this.times = times;
  }

  long nanoTime(int site) {
    return time(Kinds.CLOCK_NANOS, site, System.nanoTime());
  }

  long currentTimeMillis(int site) {
    return time(Kinds.CLOCK_MILLIS, site, System.currentTimeMillis());
  }

  long nanoTimeAdjustment(long offsetSeconds, int site) {
    long adjustment = Hooks.realNanoTimeAdjustment(offsetSeconds);
    if (adjustment == -1) { // the offset is too far off, and the JDK asks again with another
      return adjustment;
    }
    long live = offsetSeconds * SECOND + adjustment;
    return time(Kinds.CLOCK_EPOCH_NANOS, site, live) - offsetSeconds * SECOND;
  }

  private long time(Kind kind, int site, long live) {
    ThreadLane thread = lanes.current();
    if (thread == null || thread.depth != 0) {
      return live;
    }
    int line = site != 0 ? site : asker.line(thread, 0, Door.Scope.LINE);
    if (line == Asker.NOBODY) {
      return live;
    }
    thread.depth = 1;
    try {
      return times.time(thread, kind, line);
    } finally {
      thread.depth = 0;
    }
  }
}
