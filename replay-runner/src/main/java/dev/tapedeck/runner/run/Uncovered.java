package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;
import java.util.Map;
import java.util.TreeMap;

/** Where a program went that no boundary covers: a replay stops there. */
public final class Uncovered {
  private Uncovered() {}

  /** What and where, and how often. */
  public static Map<String, Integer> of(TapeReader tape) {
    Map<String, Integer> places = new TreeMap<>();
    for (LaneInfo lane : tape.lanes()) {
      LaneEvents events = tape.lane(lane.id());
      while (events.advance()) {
        if (events.kindId() == Kinds.UNCOVERED.id()) {
          String place = events.event().question()[0] + " at " + SiteText.of(tape, events.site());
          places.merge(place, 1, Integer::sum);
        }
      }
    }
    return places;
  }
}
