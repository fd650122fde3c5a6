package dev.tapedeck.runner;

import dev.tapedeck.runner.launch.ReplayRequest.Until;
import dev.tapedeck.runner.run.EventText;
import dev.tapedeck.runner.run.SiteText;
import dev.tapedeck.runner.speech.Nearest;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the event that {@code --until} names. */
final class AwaitedEvent {
  private AwaitedEvent() {}

  /** Counts in the order of all lanes, or within the lane that is given. */
  static Until find(TapeReader tape, long number, @Nullable String lane) {
    long last = (lane == null ? tape.events() : tape.events(id(tape, lane))) - 1;
    if (number < 0 || number > last) {
      throw new Trouble("--until " + number + ": the tape's events are 0 to " + last
          + (lane == null ? "" : " in lane " + lane));
    }
    Iterator<Event> events = lane == null ? tape.merged() : tape.lane(id(tape, lane));
    for (long i = 0; i < number; i++) {
      events.next();
    }
    Event event = events.next();
    String described =
        "event " + number + ", " + EventText.of(event) + " at " + SiteText.of(tape, event.site());
    return new Until(event.lane(), event.ordinal(), described);
  }

  private static int id(TapeReader tape, String name) {
    for (LaneInfo lane : tape.lanes()) {
      if (lane.name().equals(name)) {
        return lane.id();
      }
    }
    List<String> known = tape.lanes().stream().map(LaneInfo::name).toList();
    throw new Trouble("the tape has no lane '" + name + "'"
        + Nearest.to(name, known).map(best -> ": did you mean '" + best + "'?").orElse(""));
  }
}
