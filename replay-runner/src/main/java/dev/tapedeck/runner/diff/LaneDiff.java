package dev.tapedeck.runner.diff;

import java.util.Arrays;
import java.util.function.Consumer;

/** Goes through two lanes side by side, however long they are. */
final class LaneDiff {
  private static final int EVENTS_KEPT = 8;

  private final String lane;
  private final KeyedLane a;
  private final KeyedLane b;
  private final Consumer<Hunk> hunks;

  LaneDiff(String lane, KeyedLane a, KeyedLane b, Consumer<Hunk> hunks) {
    this.lane = lane;
    this.a = a;
    this.b = b;
    this.hunks = hunks;
  }

  void run() {
    while (true) {
      a.fill();
      b.fill();
      int alike = 0;
      int most = Math.min(a.size(), b.size());
      while (alike < most && a.key(alike) == b.key(alike)) {
        alike++;
      }
      a.drop(alike);
      b.drop(alike);
      if (alike > 0) {
        continue;
      }
      if (a.size() == 0 && b.size() == 0) {
        return;
      }
      differing();
    }
  }

  private void differing() {
    int[] partners = Alignment.of(a.keys(), b.keys());
    int last = partners.length - 1;
    while (last >= 0 && partners[last] == Alignment.NONE) {
      last--;
    }
    boolean whole = a.isLast() && b.isLast();
    if (last < 0 && !whole && grown()) {
      return; // What belongs together may stand farther away.
    }
    int endA = last < 0 || whole ? a.size() : last + 1;
    int endB = last < 0 || whole ? b.size() : partners[last] + 1;
    hunks(partners, endA, endB);
    a.drop(endA);
    b.drop(endB);
  }

  private boolean grown() {
    boolean one = a.grow();
    return b.grow() || one;
  }

  private void hunks(int[] partners, int endA, int endB) {
    int atA = 0;
    int atB = 0;
    while (atA < endA || atB < endB) {
      int nextA = atA;
      while (nextA < endA && partners[nextA] == Alignment.NONE) {
        nextA++;
      }
      int nextB = nextA < endA ? partners[nextA] : endB;
      if (nextA > atA || nextB > atB) {
        hunk(atA, nextA, atB, nextB);
      }
      atA = nextA + 1;
      atB = nextB + 1;
    }
  }

  private void hunk(int fromA, int toA, int fromB, int toB) {
    hunks.accept(new Hunk(
        lane,
        Arrays.copyOf(a.ordinals(fromA, toA), Math.min(EVENTS_KEPT, toA - fromA)),
        toA - fromA,
        Arrays.copyOf(b.ordinals(fromB, toB), Math.min(EVENTS_KEPT, toB - fromB)),
        toB - fromB,
        // By one clock, so that what comes first in a lane comes first among all.
        a.isEmpty() ? b.moment(fromB) : a.moment(fromA)));
  }
}
