package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In a replay, shows what lanes say on standard output and error in the order in which it was said, whoever
 * is first to say it again.
 *
 * <p>Nobody waits: what comes too early is shown by whoever says what was missing before it.
 */
final class OutputOrder {

  /** Of so many lanes, what is read for them may stay in memory. */
  private static final int FEW = 32;

  /** So many that said something too early once are remembered. */
  private static final int MANY = 1024;

  private final TapeReader tape;
  private final Screen screen = new Screen();
  private final Map<Integer, HeldBack> lanes = new HashMap<>();
  private final PriorityQueue<HeldBack> early = new PriorityQueue<>();
  private final List<Spoken> last = new ArrayList<>();
  private @Nullable Set<Long> byChance;
  private long next = 1;
  private boolean released;

  OutputOrder(TapeReader tape) {
    this.tape = tape;
  }

  /** A lane has come to an event, which is shown at its place if it said something. */
  synchronized void said(Event event) {
    Spoken spoken = Spoken.by(event);
    if (spoken == null) {
      return;
    }
    if (!released && spoken.place() > next) {
      hold(event, spoken);
    } else {
      show(spoken);
    }
    showWhatIsNext();
  }

  /**
   * What a lane says after the last event of a tape that was cut off: it had all it needed to say this;
   * whether it was still able to nobody knows. It comes after all that is known.
   */
  synchronized void lastWords(String stream, byte[] bytes) {
    last.add(new Spoken(stream, Payload.of(bytes), bytes.length, Long.MAX_VALUE));
  }

  /** Shows all that was held back, in its order; from now on everything is shown as it comes. */
  synchronized void release() {
    released = true;
    showWhatIsNext();
    for (Spoken words : last) {
      screen.show(words);
    }
    last.clear();
  }

  private void hold(Event event, Spoken spoken) {
    HeldBack lane = lanes.get(event.lane());
    if (lane == null) {
      lane = new HeldBack(event.lane(), tape.lane(event.lane()));
      lanes.put(event.lane(), lane);
    }
    boolean isFirst = lane.isEmpty();
    lane.add(spoken, event.ordinal());
    if (isFirst) {
      early.add(lane);
    }
  }

  private void showWhatIsNext() {
    HeldBack lane = early.peek();
    Spoken first = lane == null ? null : lane.first();
    while (lane != null && first != null && (released || isNext(first.place()))) {
      early.poll();
      show(first);
      goOn(lane);
      lane = early.peek();
      first = lane == null ? null : lane.first();
    }
  }

  private void goOn(HeldBack lane) {
    lane.advance();
    if (lanes.size() > FEW) {
      lane.park();
    }
    if (!lane.isEmpty()) {
      early.add(lane);
    } else if (lanes.size() > MANY) {
      lanes.remove(lane.lane);
    }
  }

  private void show(Spoken spoken) {
    screen.show(spoken);
    next = Math.max(next, spoken.place() + 1);
  }

  /** Whether nothing comes before that place that is sure to come. */
  private boolean isNext(long place) {
    while (next < place && byChance().contains(next)) {
      next++;
    }
    return next == place;
  }

  /** The places of what threads of the JVM's own said: when they do, or whether, is no one's. */
  private Set<Long> byChance() {
    Set<Long> found = byChance;
    if (found == null) {
      found = new HashSet<>();
      for (LaneInfo lane : tape.lanes()) {
        if (lane.parent() < 0 && Lane.isJvms(lane.index())) {
          addPlaces(tape.lane(lane.id()), found);
        }
      }
      byChance = found;
    }
    return found;
  }

  private static void addPlaces(LaneEvents events, Set<Long> places) {
    while (events.advance()) {
      Spoken spoken = Spoken.isSaidBy(events.kindId()) ? Spoken.by(events.event()) : null;
      if (spoken != null) {
        places.add(spoken.place());
      }
    }
  }
}
