package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Wire;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Records what comes over a wire and has it happen, one after the other. At any time at most one thread attends to it:
 * one in the wire's lane, which hands over to whoever tells the program, or that one.
 */
final class WireWriter implements Wire.Post, Runnable {

  private final Wire wire;
  private final Lane lane;
  private final WireRecorder wires;
  private final ArrayDeque<Arrival> waiting = new ArrayDeque<>();
  private boolean isAttended;

  /** Whether somebody has been handed to who has not yet told all. */
  private boolean isTelling;

  /** Whether whoever hands over is still about it: then he attends to what comes next. */
  private boolean isHandingOver;

  /** Who goes on telling; null for nobody. */
  private @Nullable Thread teller;

  WireWriter(Wire wire, Lane lane, WireRecorder wires) {
    this.wire = wire;
    this.lane = lane;
    this.wires = wires;
  }

  @Override
  public void arrived(Arrival arrival) {
    synchronized (this) {
      waiting.add(arrival);
      if (isAttended) {
        return;
      }
      isAttended = true;
    }
    wires.attend(wire, lane, this);
  }

  @Override
  public void run() {
    wire.awaitRelease();
    for (Arrival next = next(); next != null; next = next()) {
      wires.arrived(next, wire.site());
      next.happen();
    }
  }

  /** What the current thread records next; null where it has handed over, or nothing has come. */
  private synchronized @Nullable Arrival next() {
    isHandingOver = false;
    Arrival next = isTelling ? null : waiting.poll();
    if (next == null) {
      wires.leaves(
          lane); // first: who attends to the next one goes on in the lane where this thread
      // stands
      isAttended = isTelling;
    }
    return next;
  }

  @Override
  public synchronized void handsOver() {
    isHandingOver = true;
    isTelling = true;
  }

  @Override
  public synchronized boolean tellsHere() {
    return teller == Thread.currentThread();
  }

  @Override
  public void goesOn() {
    for (Arrival next = following(); next != null; next = following()) {
      next.follows(true);
      wires.follows(lane, next, wire.site());
      next.happen();
    }
    breaksOff();
  }

  /** What the current thread tells next; null where somebody else must. */
  private synchronized @Nullable Arrival following() {
    Arrival next = waiting.peek();
    boolean goesOn = next != null
        && next.mayFollow()
        && !isHandingOver
        && wire.isToldElsewhere()
        && wires.hasLane();
    teller = goesOn ? Thread.currentThread() : null;
    return goesOn ? waiting.poll() : null;
  }

  @Override
  public void breaksOff() {
    synchronized (this) {
      teller = null;
      isTelling = false;
      if (isHandingOver) {
        return;
      }
      isAttended = !waiting.isEmpty();
      if (!isAttended) {
        return;
      }
    }
    wires.attend(wire, lane, this);
  }
}
