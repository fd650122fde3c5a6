package dev.tapedeck.session;

import java.util.Arrays;

/** Places in a lane, ascending. */
final class Ordinals {

  private int[] all = new int[2];
  private int size;

  void add(int ordinal) {
    if (size == all.length) {
      all = Arrays.copyOf(all, 2 * size);
    }
    all[size++] = ordinal;
  }

  int size() {
    return size;
  }

  int at(int index) {
    return all[index];
  }

  /** The index of the first that is this one or after it; {@link #size} where none is. */
  int from(int ordinal) {
    int found = Arrays.binarySearch(all, 0, size, ordinal);
    return found < 0 ? -found - 1 : found;
  }
}
