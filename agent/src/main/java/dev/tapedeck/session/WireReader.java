package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Event;

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
    for (Event event = wires.arrives(); event != null; event = wires.arrives()) {
      Arrival arrival = wire.again(
          event.kind(),
          new EventTold(event.question()),
          new EventTold(event.answer()),
          event.failure() == null ? null : Failures.again(event.failure()));
      if (!arrival.follows()) {
        wire.pauses();
      }
      awaitDue(arrival);
      wires.arrived(arrival, event, wire.site());
    }
    wire.pauses();
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
