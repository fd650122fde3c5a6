package dev.tapedeck.runner.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which elements of two sequences belong together, in order.
 *
 * <p>What begins and ends alike is set aside. If few edits lead from one rest to the other, they are found (Myers); if
 * not, what stands once in both holds the rest together (patience), and each gap is looked at again.
 */
final class Alignment {
  static final int NONE = -1;

  /** Beyond so many edits it is looked for what stands once. Memory grows with the square. */
  private static final int MOST_EDITS = 800;

  private final long[] a;
  private final long[] b;
  private final int[] partner;

  private Alignment(long[] a, long[] b) {
    this.a = a;
    this.b = b;
    this.partner = new int[a.length];
    Arrays.fill(partner, NONE);
  }

  /** For each element of {@code a} its partner in {@code b}, or {@link #NONE}; partners ascend. */
  static int[] of(long[] a, long[] b) {
    Alignment alignment = new Alignment(a, b);
    alignment.align(0, a.length, 0, b.length);
    return alignment.partner;
  }

  private void align(int aFrom, int aTo, int bFrom, int bTo) {
    int a0 = aFrom;
    int b0 = bFrom;
    while (a0 < aTo && b0 < bTo && a[a0] == b[b0]) {
      partner[a0++] = b0++;
    }
    int a1 = aTo;
    int b1 = bTo;
    while (a1 > a0 && b1 > b0 && a[a1 - 1] == b[b1 - 1]) {
      partner[--a1] = --b1;
    }
    if (a0 < a1 && b0 < b1 && !byEdits(a0, a1, b0, b1)) {
      byWhatStandsOnce(a0, a1, b0, b1);
    }
  }

  /** The shortest way from one to the other, if it is short enough. */
  private boolean byEdits(int aFrom, int aTo, int bFrom, int bTo) {
    int n = aTo - aFrom;
    int m = bTo - bFrom;
    int most = Math.min(MOST_EDITS, n + m);
    int[][] reached = new int[most + 1][];
    int[] before = {0, 0};
    for (int d = 0; d <= most; d++) {
      int[] now = new int[2 * d + 1];
      for (int k = -d; k <= d; k += 2) {
        int x = d == 0 ? 0 : down(before, d, k) ? before[k + d] : before[k + d - 2] + 1;
        int y = x - k;
        while (x < n && y < m && x >= 0 && y >= 0 && a[aFrom + x] == b[bFrom + y]) {
          x++;
          y++;
        }
        now[k + d] = x;
        if (x >= n && y >= m) {
          reached[d] = now;
          goBack(reached, d, aFrom, n, bFrom, m);
          return true;
        }
      }
      reached[d] = now;
      before = now;
    }
    return false;
  }

  /** Whether the diagonal is reached from the one above; {@code before} has those of one edit less. */
  private static boolean down(int[] before, int d, int k) {
    return k == -d || (k != d && before[k + d - 2] < before[k + d]);
  }

  private void goBack(int[][] reached, int edits, int aFrom, int n, int bFrom, int m) {
    int x = n;
    int y = m;
    for (int d = edits; d > 0; d--) {
      int k = x - y;
      boolean down = down(reached[d - 1], d, k);
      int fromX = down ? reached[d - 1][k + d] : reached[d - 1][k + d - 2];
      int fromY = fromX - (down ? k + 1 : k - 1);
      while (x > fromX && y > fromY && x > (down ? fromX : fromX + 1)) {
        partner[aFrom + --x] = bFrom + --y;
      }
      x = fromX;
      y = fromY;
    }
    while (x > 0 && y > 0) {
      partner[aFrom + --x] = bFrom + --y;
    }
  }

  private void byWhatStandsOnce(int aFrom, int aTo, int bFrom, int bTo) {
    int[] anchors = rising(once(a, aFrom, aTo), once(b, bFrom, bTo));
    int a0 = aFrom;
    int b0 = bFrom;
    for (int at = 0; at < anchors.length; at += 2) {
      align(a0, anchors[at], b0, anchors[at + 1]);
      partner[anchors[at]] = anchors[at + 1];
      a0 = anchors[at] + 1;
      b0 = anchors[at + 1] + 1;
    }
    if (anchors.length > 0) {
      align(a0, aTo, b0, bTo);
    }
  }

  /** Where each key stands that stands there once. */
  private static Map<Long, Integer> once(long[] keys, int from, int to) {
    Map<Long, Integer> once = new HashMap<>();
    for (int i = from; i < to; i++) {
      once.merge(keys[i], i, (first, second) -> NONE);
    }
    once.values().removeIf(place -> place == NONE);
    return once;
  }

  /** The longest run of places that rises in both, as pairs. */
  private static int[] rising(Map<Long, Integer> inA, Map<Long, Integer> inB) {
    int[][] pairs = inA.entrySet().stream()
        .filter(entry -> inB.containsKey(entry.getKey()))
        .map(entry -> new int[] {entry.getValue(), inB.getOrDefault(entry.getKey(), NONE)})
        .sorted((one, other) -> Integer.compare(one[0], other[0]))
        .toArray(int[][]::new);
    int[] lastOfLength = new int[pairs.length];
    int[] previous = new int[pairs.length];
    int longest = 0;
    for (int i = 0; i < pairs.length; i++) {
      int low = 0;
      int high = longest;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs[lastOfLength[middle]][1] < pairs[i][1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? NONE : lastOfLength[low - 1];
      lastOfLength[low] = i;
      longest = Math.max(longest, low + 1);
    }
    int[] rising = new int[2 * longest];
    int at = longest == 0 ? NONE : lastOfLength[longest - 1];
    for (int i = longest - 1; i >= 0; i--) {
      rising[2 * i] = pairs[at][0];
      rising[2 * i + 1] = pairs[at][1];
      at = previous[at];
    }
    return rising;
  }
}
