package dev.tapedeck.session;

import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the recorded lane that a lane of the replay corresponds to: the same child of the same parent. */
final class LanesOnTape {

  /** What lanes say, in the order of the tape. */
  final OutputOrder outputs;

  private final TapeReader tape;
  private final Map<Long, LaneInfo> byBirth = new HashMap<>();
  private final Map<String, LaneInfo> rootsByThread = new HashMap<>();
  private final Map<Integer, LaneEvents> opened = new HashMap<>();
  private int @Nullable [] parents;
  private final Map<Integer, Lane> bound = new HashMap<>();

  /** By lane, how many ordered operations it had done when the run ended. */
  private final Map<Integer, Long> lastOperations = new HashMap<>();

  LanesOnTape(TapeReader tape) {
    this.tape = tape;
    for (String last : tape.header().list(Header.LAST_OPERATIONS)) {
      int space = last.indexOf(' ');
      lastOperations.put(
          Integer.valueOf(last.substring(0, space)), Long.valueOf(last.substring(space + 1)));
    }
    this.outputs = new OutputOrder(tape);
    for (LaneInfo lane : tape.lanes()) {
      if (lane.parent() >= 0) {
        byBirth.put(birth(lane.parent(), lane.index()), lane);
      } else if (lane.index() != 0) {
        rootsByThread.put(String.valueOf(lane.threadName()), lane);
      }
    }
  }

  /** The events of the lane; null where the tape has no such lane. */
  synchronized @Nullable LaneEvents events(Lane lane) {
    if (lane.events == null && resolve(lane) != Lane.NOT_ON_TAPE) {
      lane.events = open(lane.id);
      bound.put(lane.id, lane);
    }
    return lane.events;
  }

  private int resolve(Lane lane) {
    if (lane.id == Lane.NOT_ON_TAPE) {
      LaneInfo info = null;
      if (lane.parent != null) {
        int parent = resolve(lane.parent);
        info = parent == Lane.NOT_ON_TAPE ? null : byBirth.get(birth(parent, lane.index));
      } else if (lane.index != 0) {
        info =
            rootsByThread.get(String.valueOf(lane.threadName)); // null while the JVM has named none
      } else {
        lane.id = mainId();
        return lane.id;
      }
      lane.id = info == null ? Lane.NOT_ON_TAPE : info.id();
    }
    return lane.id;
  }

  private int mainId() {
    for (LaneInfo lane : tape.lanes()) {
      if (lane.parent() < 0 && lane.index() == 0) {
        return lane.id();
      }
    }
    return Lane.NOT_ON_TAPE;
  }

  private LaneEvents open(int id) {
    LaneEvents events = opened.get(id);
    if (events == null) {
      events = tape.lane(id);
      opened.put(id, events);
    }
    return events;
  }

  /** The cursors of all lanes; only when no lane moves any more. */
  synchronized List<LaneEvents> all() {
    List<LaneEvents> all = new ArrayList<>();
    for (LaneInfo lane : tape.lanes()) {
      all.add(open(lane.id()));
    }
    return all;
  }

  /** How many events have been consumed, roughly while lanes move. */
  synchronized long consumed() {
    long consumed = 0;
    for (Lane lane : bound.values()) {
      consumed += lane.ordinal;
    }
    return consumed;
  }

  /** How many events of the lane have been consumed. */
  synchronized long consumed(int id) {
    Lane lane = bound.get(id);
    return lane == null ? 0 : lane.ordinal;
  }

  /** How many ordered operations the lane has done. */
  synchronized long operations(int id) {
    Lane lane = bound.get(id);
    return lane == null ? 0 : lane.ops;
  }

  /**
   * How many ordered operations the lane had done when the run ended; beyond all if it had ended before.
   * One that a lane has started and that is not on a whole tape had done none: the first gives it a number.
   */
  long lastOperation(Lane lane) {
    events(lane);
    return lane.id == Lane.NOT_ON_TAPE && lane.parent != null && tape.complete()
        ? 0
        : lastOperations.getOrDefault(lane.id, Long.MAX_VALUE);
  }

  /** The lane that started this one; -1 for none. */
  int parent(int id) {
    if (parents == null) {
      int[] all = new int[size()];
      for (LaneInfo lane : tape.lanes()) {
        all[lane.id()] = lane.parent();
      }
      parents = all;
    }
    return parents[id];
  }

  /** How many lanes the tape has. */
  int size() {
    return tape.lanes().size();
  }

  /** All lanes from their beginnings, for who wants to know what is to come. */
  List<LaneEvents> afresh() {
    List<LaneEvents> all = new ArrayList<>();
    for (LaneInfo lane : tape.lanes()) {
      all.add(tape.lane(lane.id()));
    }
    return all;
  }

  /** The same of one lane, by its number. */
  LaneEvents afresh(int lane) {
    return tape.lane(lane);
  }

  /** Whether every event has been consumed. */
  boolean isConsumed() {
    return consumed() >= tape.events();
  }

  /** Whether every event has been consumed but those of the shutdown; only when no lane moves any more. */
  boolean isConsumedUpToShutdown() {
    for (LaneEvents lane : afresh()) {
      long consumed = consumed(lane.lane());
      while (lane.advance()) {
        if (lane.ordinal() >= consumed && lane.phase() != Phase.RUNTIME_FINALIZE) {
          return false;
        }
      }
    }
    return true;
  }

  /** How long the recording took, from the start of the agent to its last event. */
  long spanMs() {
    long begin = tape.header().number(Header.STARTED_AT_NANOS, 0);
    long span = 0;
    for (LaneInfo lane : tape.lanes()) {
      LaneEvents events = tape.lane(lane.id());
      while (events.advance()) {
        span = Math.max(span, events.stampNs() - begin);
      }
    }
    return span / 1_000_000;
  }

  /** Whether the lane is one of the JVM's own threads, whose timing is no one's. */
  boolean isJvms(int id) {
    for (LaneInfo root : rootsByThread.values()) {
      if (root.id() == id) {
        return Lane.isJvms(root.index());
      }
    }
    return false;
  }

  String name(int id) {
    for (LaneInfo lane : tape.lanes()) {
      if (lane.id() == id) {
        return lane.name();
      }
    }
    return "?";
  }

  private static long birth(int parent, int index) {
    return (long) parent << 32 | index;
  }
}
