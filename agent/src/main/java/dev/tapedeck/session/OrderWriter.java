package dev.tapedeck.session;

import dev.tapedeck.boundary.Door;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** Writes events of ordered operations into the lanes that have done them. */
final class OrderWriter {

  private final Recorder recorder;
  private final Asker asker;

  OrderWriter(Recorder recorder, Asker asker) {
    this.recorder = recorder;
    this.asker = asker;
  }

  /** The thread's ordered operation came after that of another lane. */
  void comesAfter(ThreadLane thread, int site, long op, int other, long count) {
    order(thread, Kinds.ORDER, site, op, other, count);
  }

  /** The thread finds the lock taken that its next ordered operation wants. */
  void waits(ThreadLane thread, int site, long op, int other, long count) {
    order(thread, Kinds.ORDER_WAIT, site, op, other, count);
  }

  /** The thread's ordered operation has come to nothing, or has told it something. */
  void learns(ThreadLane thread, int site, long op, long value, @Nullable Throwable failure) {
    boolean written = false;
    try {
      int line = site == 0 ? asker.line(thread, 0, Door.Scope.ALL) : site;
      EventWriter event =
          recorder.writer(thread).begin(Kinds.ORDER_LEARNED, line, System.nanoTime());
      event.putLong(op);
      if (failure == null) {
        event.putLong(value);
      } else {
        event.failed(Failures.ofDoor(failure));
      }
      event.commit();
      written = true;
    } finally {
      thread.gapUnless(written);
    }
  }

  private void order(ThreadLane thread, Kind kind, int site, long op, int other, long count) {
    boolean written = false;
    try {
      int line = site == 0 ? asker.line(thread, 0, Door.Scope.ALL) : Math.max(0, site);
      EventWriter event = recorder.writer(thread).begin(kind, line, System.nanoTime());
      event.putLong(op).putLong(other).putLong(count).commit();
      written = true;
    } finally {
      thread.gapUnless(written);
    }
  }
}
