package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;

/** Has come again, for a changed program, what came over a wire when it was recorded. */
final class OldWire implements Runnable {

  private static final long TICK_MS = 100;

  private final Wire wire;
  private final Lane lane;
  private final OldAnswers answers;
  private final Blesser blesser;

  OldWire(Wire wire, Lane lane, OldAnswers answers, Blesser blesser) {
    this.wire = wire;
    this.lane = lane;
    this.answers = answers;
    this.blesser = blesser;
  }

  @Override
  public void run() {
    wire.awaitRelease();
    OldLane old = answers.wire(lane, this::isRequested);
    if (old == null) {
      throw blesser.unanswered(request(), wire.site());
    }
    for (Event event = answers.arrival(old); event != null; event = answers.arrival(old)) {
      Arrival arrival = due(event);
      blesser.arrived(arrival, event, wire.site());
    }
  }

  private Arrival due(Event event) {
    try {
      Arrival arrival = again(event);
      awaitDue(arrival);
      return arrival;
    } catch (RuntimeException | Error ours) {
      blesser.trouble(ours);
      throw ours;
    }
  }

  private Arrival again(Event event) {
    return wire.again(
        event.kind(),
        new EventTold(event.question()),
        new EventTold(event.answer()),
        event.failure() == null ? null : Failures.again(event.failure()));
  }

  /** What is requested, as one whose answer is a failure says it too. */
  private Asked request() {
    EventTold nothing = new EventTold(new Object[0]);
    Asked asked = new Asked();
    try {
      wire.again(Kinds.HTTP_EXCHANGE, nothing, nothing, new IOException()).ask(asked);
    } catch (IOException ours) {
      blesser.trouble(ours);
    }
    return asked;
  }

  private boolean isRequested(Event event) {
    try {
      Asked asked = new Asked();
      again(event).ask(asked);
      return asked.is(event.question());
    } catch (IOException ours) {
      return false;
    }
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
