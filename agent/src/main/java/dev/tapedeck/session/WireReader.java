package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;

/** In replay, has happen what the tape holds of a wire. */
final class WireReader implements Runnable {

  private static final long TICK_MS = 100;

  private final Wire wire;
  private final WireReplayer wires;

  WireReader(Wire wire, WireReplayer wires) {
    this.wire = wire;
    this.wires = wires;
  }

  @Override
  public void run() {
    wire.awaitRelease();
    LaneEvents ahead = wires.afresh();
    for (Event event = wires.arrives(); event != null; event = wires.arrives()) {
      Arrival arrival = wire.again(
          event.kind(),
          new EventTold(event.question()),
          new EventTold(event.answer()),
          event.failure() == null ? null : Failures.again(event.failure()));
      wire.isFollowed(ahead != null && isFollowed(event, ahead));
      awaitDue(arrival);
      wires.arrived(wire, arrival, event);
    }
  }

  /** Whether the next thing to come was told at once after this. */
  private static boolean isFollowed(Event event, LaneEvents ahead) {
    while (ahead.advance()) {
      if (ahead.ordinal() > event.ordinal() && Kinds.isHttp(ahead.kindId())) {
        return Arrival.isAtOnce(ahead.kind(), ahead.event().question());
      }
    }
    return false;
  }

  private void awaitDue(Arrival arrival) {
    while (!arrival.isDue()) {
      try {
        wire.awaitChange(TICK_MS);
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
  }
}
