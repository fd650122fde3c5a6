package dev.tapedeck.runner.report;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Looks on the tape for what surrounds a divergence. */
public final class EvidenceSearch {
  private static final int BEFORE = 5;

  private EvidenceSearch() {}

  /** The last events of the lane before the ordinal, oldest first. */
  public static List<Event> before(TapeReader tape, Divergence divergence) {
    List<Event> last = new ArrayList<>(BEFORE);
    LaneEvents events = tape.lane(divergence.lane());
    while (events.advance() && events.ordinal() < divergence.ordinal()) {
      if (events.ordinal() < divergence.ordinal() - BEFORE) {
        continue;
      }
      last.add(events.event());
    }
    return List.copyOf(last);
  }

  /** The place in the order of all lanes, which {@code cat} prints and {@code --until} takes; -1 when there is none. */
  public static long seq(TapeReader tape, int lane, long ordinal) {
    if (ordinal < 0 || ordinal >= tape.events(lane)) {
      return -1;
    }
    long seq = 0;
    for (Iterator<Event> events = tape.merged(); events.hasNext(); seq++) {
      Event event = events.next();
      if (event.lane() == lane && event.ordinal() == ordinal) {
        return seq;
      }
    }
    return -1;
  }
}
