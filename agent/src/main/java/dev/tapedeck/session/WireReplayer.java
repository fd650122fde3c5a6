package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Has come again what came over wires when it was recorded. */
final class WireReplayer {

  private final Replayer replayer;
  private final TapeCursor cursor;
  private final ArrivalOrder arrivals;

  WireReplayer(Replayer replayer, TapeCursor cursor, ArrivalOrder arrivals) {
    this.replayer = replayer;
    this.cursor = cursor;
    this.arrivals = arrivals;
  }

  /** The thread's call leads to what others do beside its lane. */
  void leads(ThreadLane thread, Outward outward) {
    Wire wire = outward.wire();
    if (!wire.hasBegun()) {
      replayer.holdWire(thread, wire);
      Lane lane = replayer.lanes.wired(thread, wire.threadName());
      wire.begin(thread.site, null);
      arrivals.expect();
      new WireThread(replayer.lanes, new WireThread.Work(lane, new WireReader(wire, this)), null)
          .start();
    }
  }

  /** What comes next over the wire whose lane the current thread runs; null where the tape has no more. */
  @Nullable
  Event arrives() {
    ThreadLane thread = replayer.lanes.current();
    LaneEvents events = thread == null ? null : cursor.events(thread);
    return events != null && events.hasNext() ? events.event() : null;
  }

  /** All that comes over that wire, from its beginning. */
  @Nullable
  LaneEvents afresh() {
    ThreadLane thread = replayer.lanes.current();
    return thread == null ? null : cursor.afresh(thread.lane);
  }

  /** It comes, and the program is told. */
  void arrived(Wire wire, Arrival arrival, Event event) {
    ThreadLane thread = replayer.lanes.current();
    if (thread == null) {
      return;
    }
    int site = wire.site();
    thread.hint = site;
    thread.depth++;
    arrivals.awaitTurn(thread, event.stampNs());
    arrivals.begins(wire, event.stampNs());
    try {
      Asked asked = new Asked();
      arrival.ask(asked);
      cursor.next(thread, event.kind(), site, asked);
      thread.depth--;
      arrival.happen();
    } catch (IOException ours) {
      replayer.trouble(ours);
    } finally {
      arrivals.ends(wire, event.stampNs());
    }
  }
}
