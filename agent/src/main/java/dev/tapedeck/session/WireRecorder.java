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

  /** Has a thread tell what comes over a wire. */
  void tellOver(Lane lane, Runnable teller) {
    threads().run(new WireThread.Work(lane, teller));
  }

  private synchronized WireThreads threads() {
    WireThreads made = threads == null ? new WireThreads(recorder.lanes) : threads;
    threads = made;
    return made;
  }

  /** The current thread has told the program what there was. */
  void hasTold() {
    recorder.leavesLane();
  }

  /** Something has come over a wire whose lane the current thread runs. */
  void arrived(Arrival arrival, int site) {
    ThreadLane thread = recorder.lanes.current();
    if (thread == null) {
      return;
    }
    thread.hint = site;
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
