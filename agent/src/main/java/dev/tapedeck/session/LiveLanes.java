package dev.tapedeck.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In a recording, the lanes that have done ordered operations and have not ended. */
final class LiveLanes {

  /** Of more nobody is told: virtual threads do not say that they have ended. */
  private static final int MOST = 1 << 16;

  private @Nullable Lane newest;
  private int size;

  synchronized void add(Lane lane) {
    if (lane.isLive || size == MOST) {
      return;
    }
    lane.isLive = true;
    lane.older = newest;
    if (newest != null) {
      newest.newer = lane;
    }
    newest = lane;
    size++;
  }

  synchronized void remove(Lane lane) {
    if (!lane.isLive) {
      return;
    }
    lane.isLive = false;
    if (lane.newer == null) {
      newest = lane.older;
    } else {
      lane.newer.older = lane.older;
    }
    if (lane.older != null) {
      lane.older.newer = lane.newer;
    }
    lane.older = null;
    lane.newer = null;
    size--;
  }

  /** Of each its number on the tape, and how many ordered operations it has done. */
  synchronized List<String> operations() {
    List<String> operations = new ArrayList<>(size);
    for (Lane lane = newest; lane != null; lane = lane.older) {
      operations.add(lane.id + " " + lane.ops);
    }
    return operations;
  }
}
