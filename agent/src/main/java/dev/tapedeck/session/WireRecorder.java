package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Out;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.EventWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records what comes over wires, each of which is a lane. */
final class WireRecorder {

  private final Recorder recorder;
  private final Door outSide = new Out();

  /** Null until something comes. */
  private @Nullable WireThreads threads;

  WireRecorder(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The thread's call leads to what others do beside its lane. */
  void leads(ThreadLane thread, Outward outward) throws Exception {
    Wire wire = outward.wire();
    if (!wire.hasBegun()) {
      recorder.holdWire(thread, wire);
      Lane lane = recorder.lanes.wired(thread, wire.threadName());
      wire.begin(thread.site, new WireWriter(wire, lane, this));
    }
    Door before = thread.door;
    thread.door = outSide; // so that threads which it starts are out of sight
    try {
      outward.call();
    } finally {
      thread.door = before;
    }
  }

  /**
   * Has a thread attend to a wire, in the wire's lane: the current one, which has read from the network what has come, or
   * one of ours. Nobody waits on a thread of the client, and who has called for something may hold locks.
   */
  void attend(Wire wire, Lane lane, Runnable attendant) {
    if (hasLane() || wire.isHeld() || !wire.isToldElsewhere()) {
      threads().run(new WireThread.Work(lane, new Attending(lane, attendant)));
      return;
    }
    Loan loan = recorder.lanes.lend(lane);
    try {
      new Attending(lane, attendant).run();
    } finally {
      recorder.lanes.takeBack(loan);
    }
  }

  /** Whether the current thread runs a lane; not those of the client. */
  boolean hasLane() {
    return recorder.lanes.current() != null;
  }

  /** Attends to a wire, whose lane may do ordered operations as long as that lasts. */
  private final class Attending implements Runnable {

    private final Lane lane;
    private final Runnable attendant;

    Attending(Lane lane, Runnable attendant) {
      this.lane = lane;
      this.attendant = attendant;
    }

    @Override
    public void run() {
      recorder.entersLane(lane);
      attendant.run();
    }
  }

  private synchronized WireThreads threads() {
    WireThreads made = threads == null ? new WireThreads(recorder.lanes) : threads;
    threads = made;
    return made;
  }

  /** The current thread attends no more to the wire whose lane it runs. */
  void leaves(Lane lane) {
    recorder.lanes.toldOver(lane);
    recorder.leavesLane();
  }

  /** Something has come over a wire with that lane; the current thread, which runs another one, tells it. */
  void follows(Lane lane, Arrival arrival, int site) {
    ThreadLane thread = recorder.lanes.current();
    if (thread == null) {
      return;
    }
    Lane own = thread.lane;
    thread.lane = lane;
    try {
      write(thread, arrival, site);
    } finally {
      thread.lane = own;
      thread.stopWriting();
    }
  }

  /** Something has come over a wire whose lane the current thread runs. */
  void arrived(Arrival arrival, int site) {
    ThreadLane thread = recorder.lanes.current();
    if (thread == null) {
      return;
    }
    thread.hint = site;
    write(thread, arrival, site);
  }

  private void write(ThreadLane thread, Arrival arrival, int site) {
    thread.depth++;
    boolean written = false;
    try {
      EventWriter event = recorder.writer(thread).begin(arrival.kind(), site, System.nanoTime());
      EventSink sink = new EventSink(event);
      arrival.ask(sink);
      Throwable failure = arrival.failure();
      if (failure == null) {
        arrival.tell(sink);
      } else {
        event.failed(Failures.whole(failure));
      }
      event.commit();
      written = true;
    } catch (IOException | RuntimeException | Error ours) {
      recorder.trouble(ours);
    } finally {
      thread.gapUnless(written);
      thread.depth--;
    }
  }
}
