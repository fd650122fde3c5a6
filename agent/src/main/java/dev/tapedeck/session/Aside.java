package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** In replay, what happens beside a lane: what a child says, or the end of a process that is awaited. */
final class Aside {

  private final Lane lane;
  private final @Nullable LaneEvents events;
  private final @Nullable CompletableFuture<Object> end;

  Aside(Lane lane, @Nullable LaneEvents events, @Nullable CompletableFuture<Object> end) {
    this.lane = lane;
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
      new ExitThread(lane, end, ExitThread.SETTLING_MS, before).start();
    } else if (event.answer()[1] instanceof Payload bytes
        && event.question()[1] instanceof String stream) {
      say(stream, bytes.bytes());
    }
    left.advance();
    lane.ordinal++;
  }

  private static void say(String stream, byte[] bytes) {
    try {
      ChildSpeech.stream(stream).write(bytes);
    } catch (IOException closed) {
      // as with every output of a replay, which is compared and shown to whom it may concern
    }
  }
}
