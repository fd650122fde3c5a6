package dev.tapedeck.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** In replay, what happens beside the lanes, each at its place. */
final class Asides {

  private final LanesOnTape tape;
  private final List<Aside> all = new ArrayList<>();

  Asides(LanesOnTape tape) {
    this.tape = tape;
  }

  /**
   * Something will happen beside the lane that the thread runs.
   *
   * @param lane where it stands on the tape
   * @param end of a process, to be completed; null where it is speech
   */
  synchronized void add(ThreadLane thread, Lane lane, @Nullable CompletableFuture<Object> end) {
    Lane parent = thread.lane;
    Aside aside = new Aside(lane, thread.thread, tape.outputs, tape.events(lane), end);
    all.add(aside);
    if (parent.asides == null) {
      parent.asides = new ArrayList<>();
    }
    parent.asides.add(aside);
    if (end != null) {
      happen(parent.asides, parent.ordinal, true);
    }
  }

  /** The lane is about to go on. */
  void reached(Lane lane) {
    List<Aside> asides = lane.asides;
    if (asides != null) {
      happen(asides, lane.ordinal, false);
    }
  }

  /** The lane has gone on; it may wait now, for the end of a process. */
  void completed(Lane lane) {
    List<Aside> asides = lane.asides;
    if (asides != null) {
      happen(asides, lane.ordinal, true);
    }
  }

  private synchronized void happen(List<Aside> asides, long ordinal, boolean onlyEnds) {
    Aside next = next(asides, ordinal, onlyEnds);
    while (next != null) {
      long stamp = next.stamp(ordinal);
      next.happen(() -> said(asides, ordinal, stamp));
      next = next(asides, ordinal, onlyEnds);
    }
    if (asides.removeIf(Aside::isOver) && asides != all) {
      all.removeIf(Aside::isOver);
    }
  }

  /** What was said before a process ended comes before somebody is told of the end. */
  private synchronized void said(List<Aside> asides, long ordinal, long before) {
    for (Aside next = next(asides, ordinal, false);
        next != null && !next.isEnd() && next.stamp(ordinal) < before;
        next = next(asides, ordinal, false)) {
      next.happen(null);
    }
    asides.removeIf(Aside::isOver);
  }

  /** What has happened first of all that is due; null where nothing is. */
  private static @Nullable Aside next(List<Aside> asides, long ordinal, boolean onlyEnds) {
    Aside first = null;
    long stamp = Long.MAX_VALUE;
    for (Aside aside : asides) {
      if ((aside.isEnd() || !onlyEnds) && aside.stamp(ordinal) < stamp) {
        first = aside;
        stamp = aside.stamp(ordinal);
      }
    }
    return first;
  }

  /** The program is over; what its children said after that. Nobody is told of ends any more. */
  synchronized void rest() {
    all.removeIf(Aside::isEnd);
    happen(all, Long.MAX_VALUE, false);
  }
}
