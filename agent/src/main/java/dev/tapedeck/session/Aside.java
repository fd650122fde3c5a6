package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** In replay, what happens beside a lane: what a child says, or the end of a process that is awaited. */
final class Aside {

  private final Lane lane;
  private final Thread asker;
  private final OutputOrder outputs;
  private final @Nullable LaneEvents events;
  private final @Nullable CompletableFuture<Object> end;

  /**
   * Creates one.
   *
   * @param asker the thread that started the child, or wants to know of its end
   * @param end of a process, to be completed; null where it is speech
   */
  Aside(
      Lane lane,
      Thread asker,
      OutputOrder outputs,
      @Nullable LaneEvents events,
      @Nullable CompletableFuture<Object> end) {
    this.lane = lane;
    this.asker = asker;
    this.outputs = outputs;
    this.events = events;
    this.end = end;
  }

  /** Whether nothing more happens. */
  boolean isOver() {
    return events == null || !events.hasNext();
  }

  boolean isEnd() {
    return end != null;
  }

  /** When what comes next happened; the end of time where it has not when the other lane has so many events. */
  long stamp(long ordinal) {
    LaneEvents left = events;
    boolean isDue = left != null
        && left.hasNext()
        && left.event().answer()[0] instanceof Long at
        && at <= ordinal;
    return isDue && left != null ? left.stampNs() : Long.MAX_VALUE;
  }

  /**
   * Has the next of it happen.
   *
   * @param before what comes before the end of a process is told; null for nothing
   */
  void happen(@Nullable Runnable before) {
    LaneEvents left = events;
    if (left == null) {
      return;
    }
    Event event = left.event();
    Kind expected = end != null ? Kinds.PROCESS_EXIT : Kinds.PROCESS_OUTPUT;
    if (!event.kind().equals(expected)) {
      throw new IllegalStateException("the tape holds " + event.kind().name() + " beside the lane");
    }
    if (end != null) {
      new ExitThread(lane, asker, end, System.nanoTime(), before).start();
    } else {
      outputs.said(event);
    }
    left.advance();
    lane.ordinal++;
  }
}
