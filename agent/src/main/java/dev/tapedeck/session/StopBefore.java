package dev.tapedeck.session;

import dev.tapedeck.tape.LaneEvents;
import java.tapedeck.Until;
import org.jspecify.annotations.Nullable;

/** The event before which a replay stops for a debugger. */
record StopBefore(int lane, long ordinal) {

  /** From {@code lane:ordinal}; from anything else, no event. */
  static StopBefore of(@Nullable String until) {
    int colon = until == null ? -1 : until.indexOf(':');
    return until == null || colon < 0
        ? new StopBefore(-1, -1)
        : new StopBefore(
            Integer.parseInt(until.substring(0, colon)),
            Long.parseLong(until.substring(colon + 1)));
  }

  /** The lane's next event is about to be consumed: if it is the one, shows a debugger the place. */
  void reached(LaneEvents events) {
    if (events.ordinal() != ordinal || events.lane() != lane) {
      return;
    }
    try {
      throw new Until("event " + ordinal + " of this lane comes next");
    } catch (Until seen) {
      // a debugger that waits for it has stopped the program at the throw
    }
  }
}
