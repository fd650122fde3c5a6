package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Wire;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Records what comes over a wire and has it happen, one after the other. */
final class WireWriter implements Wire.Post, Runnable {

  /** So long a thread waits for more, in milliseconds, before the next one is a new one. */
  private static final long LINGER_MS = 2000;

  private final Wire wire;
  private final Lane lane;
  private final WireRecorder wires;
  private final ArrayDeque<Arrival> waiting = new ArrayDeque<>();
  private boolean attended;

  WireWriter(Wire wire, Lane lane, WireRecorder wires) {
    this.wire = wire;
    this.lane = lane;
    this.wires = wires;
  }

  @Override
  public synchronized void arrived(Arrival arrival) {
    waiting.add(arrival);
    if (attended) {
      notifyAll();
    } else {
      attended = true;
      wires.tellOver(lane, this);
    }
  }

  @Override
  public void run() {
    wire.awaitRelease();
    boolean isLast = false;
    while (goesOn(isLast)) {
      Arrival arrival = next();
      if (arrival != null) {
        wires.arrived(arrival, wire.site());
        arrival.happen();
        isLast = arrival.isLast();
      }
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  private synchronized boolean goesOn(boolean isLast) {
    if (waiting.isEmpty() && !isLast) {
      try {
        wait(LINGER_MS);
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
    if (waiting.isEmpty()) {
      // first: who attends to the next one goes on in the lane where this thread stands
      wires.hasTold();
      attended = false;
    }
    return attended;
  }

  private synchronized @Nullable Arrival next() {
    return waiting.poll();
  }
}
