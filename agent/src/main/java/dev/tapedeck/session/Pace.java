package dev.tapedeck.session;

import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;

/**
 * How fast a replay tells what came over HTTP: at once, or as slowly as it came.
 *
 * <p>The time between two events of the tape counts, less what the replay has taken from one to the other.
 */
final class Pace {

  private static final long NS_PER_MS = 1_000_000;

  private final boolean recorded;

  /** The latest event that was told, in the time of the tape, and when that was; guarded by this. */
  private long toldStampNs;

  private long toldAtNs;

  Pace(boolean recorded) {
    this.recorded = recorded;
  }

  /** Waits until the event is due, if it is one that came over HTTP. */
  void keep(LaneEvents next) {
    if (!recorded) {
      return;
    }
    long stampNs = next.stampNs();
    if (Kinds.isHttp(next.kindId())) {
      sleep(dueInNs(stampNs));
    }
    synchronized (this) {
      if (stampNs > toldStampNs) {
        toldStampNs = stampNs;
        toldAtNs = System.nanoTime();
      }
    }
  }

  private synchronized long dueInNs(long stampNs) {
    return toldStampNs == 0 ? 0 : stampNs - toldStampNs - (System.nanoTime() - toldAtNs);
  }

  private static void sleep(long ns) {
    if (ns > 0) {
      try {
        Thread.sleep(ns / NS_PER_MS, (int) (ns % NS_PER_MS));
      } catch (InterruptedException theirs) {
        Thread.currentThread().interrupt(); // what it interrupts comes to it next
      }
    }
  }
}
