package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import org.jspecify.annotations.Nullable;

/** The replayer's place in each lane: takes a lane's events one by one, each of which must be what is asked for. */
final class TapeCursor {

  private final Asker asker;
  private final Lanes lanes;
  private final LanesOnTape tape;
  private final Divergences divergences;
  private final ProgramThreads threads;
  private final ReplayEnd end;
  private final Asides asides;
  private final ArrivalOrder arrivals;
  private final StopBefore until;
  private final Pace pace;
  private final HeardFirst heardFirst;

  TapeCursor(
      Asker asker,
      Lanes lanes,
      LanesOnTape tape,
      Divergences divergences,
      ProgramThreads threads,
      ReplayEnd end,
      Asides asides,
      ArrivalOrder arrivals,
      StopBefore until,
      Pace pace) {
    this.asker = asker;
    this.lanes = lanes;
    this.tape = tape;
    this.divergences = divergences;
    this.threads = threads;
    this.end = end;
    this.asides = asides;
    this.arrivals = arrivals;
    this.until = until;
    this.pace = pace;
    this.heardFirst = new HeardFirst(tape, threads);
  }

  /** The events to come of the lane that the thread runs; null where the tape has no such lane. */
  @Nullable
  LaneEvents events(ThreadLane thread) {
    if (!thread.known) {
      thread.known = true;
      threads.add(thread);
    }
    return tape.events(thread.lane);
  }

  /** The events of a lane from its beginning, for who wants to know what is to come; null where the tape has no such lane. */
  @Nullable
  LaneEvents afresh(Lane lane) {
    int number = number(lane);
    return number < 0 ? null : tape.afresh(number);
  }

  /** Consumes the lane's next event, which must be the one that is asked for. */
  LaneEvents next(ThreadLane thread, Kind kind, int line, @Nullable Asked asked) {
    divergences.rethrow();
    asides.reached(thread.lane);
    LaneEvents events = events(thread);
    if (events == null || !events.hasNext()) {
      throw end.exhausted(thread, kind, line, asked);
    }
    until.reached(events);
    if (events.kindId() != kind.id()) {
      throw divergences.other("kind", thread, events, kind, line, asked);
    }
    if (asked != null && !asked.is(events.event().question())) {
      throw divergences.other("question", thread, events, kind, line, asked);
    }
    if (events.site() != line) {
      throw divergences.other("site", thread, events, kind, line, asked);
    }
    if (kind.id() == Kinds.UNCOVERED.id() && events.event().failure() == null) {
      throw divergences.other("uncovered", thread, events, kind, line, asked);
    }
    pace.keep(events);
    if (HeardFirst.concerns(kind.id())) {
      heardFirst.await(thread, events.event());
    }
    if (!(thread.thread instanceof WireThread)) {
      arrivals.awaitOthers(thread, kind, events.stampNs());
    }
    if (Spoken.isSaidBy(kind.id())) {
      tape.outputs.said(events.event()); // before it counts as consumed: that may end the replay
    }
    events.advance();
    thread.lane.ordinal++;
    thread.lane.orderedOp = Lane.UNKNOWN;
    if (lanes.several) {
      thread.lane.movedAtNs = System.nanoTime();
    }
    asides.completed(thread.lane);
    return events;
  }

  /** Whether an event of that kind is the lane's next. */
  boolean isNext(ThreadLane thread, Kind kind) {
    LaneEvents events = events(thread);
    return events != null && events.hasNext() && events.kindId() == kind.id();
  }

  /** The same, and asked for by that line. */
  boolean isNext(ThreadLane thread, Kind kind, int line) {
    LaneEvents events = events(thread);
    return events != null
        && events.hasNext()
        && events.kindId() == kind.id()
        && events.site() == line;
  }

  /** Passes over clock reads that stand next. */
  static void skipClocks(Lane lane, LaneEvents events) {
    while (events.hasNext() && Kinds.isClock(events.kindId())) {
      events.advance();
      lane.ordinal++;
      lane.orderedOp = Lane.UNKNOWN;
    }
  }

  /** Consumes the lane's next event, which orders its next operation; of that kind, if one is given. */
  Event takeOrder(ThreadLane thread, @Nullable Kind kind, int site) {
    int line = site == 0 ? asker.line(thread, 0, Door.Scope.ALL) : Math.max(0, site);
    LaneEvents events = mustGoOn(thread, line);
    Event order = events.event();
    next(thread, kind == null ? order.kind() : kind, line, null);
    return order;
  }

  /** The events of the lane, of which there are more: else it waits for the end of the program. */
  LaneEvents mustGoOn(ThreadLane thread, int line) {
    LaneEvents events = events(thread);
    if (events == null || !events.hasNext()) {
      throw end.exhausted(thread, Kinds.ORDER, line, null);
    }
    return events;
  }

  /**
   * The lane went no further before the end of the program, which it waits for if it has said all it said.
   *
   * @param given the monitor that it gives back meanwhile; null for none
   */
  void mayStop(ThreadLane thread, int site, @Nullable Object given) {
    LaneEvents events = events(thread);
    if ((events == null || !events.hasNext()) && end.mayBeCutOff(thread.lane)) {
      thread.crossing = given == null ? null : new Crossing(given, new Object[0]);
      thread.depth++; // what is looked at meanwhile is ours
      try {
        throw end.exhausted(thread, Kinds.ORDER, Math.max(0, site), null);
      } finally {
        thread.depth--;
        thread.crossing = null;
      }
    }
  }

  /** Throws the divergence, if there has been one. */
  void rethrow() {
    divergences.rethrow();
  }

  /** Whether another thread of the program runs, or will by itself. */
  boolean othersMayMove(ThreadLane thread) {
    return threads.othersMayMove(thread);
  }

  /** The lane's number on the tape; negative where the tape has no such lane. */
  int number(Lane lane) {
    tape.events(lane);
    return lane.id;
  }
}
