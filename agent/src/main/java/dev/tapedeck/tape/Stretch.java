package dev.tapedeck.tape;

/** Events of one lane that stand one after the other in one chunk. */
final class Stretch implements Comparable<Stretch> {

  final int lane;
  final long first;
  final int phase;
  final int segment;
  final int chunk;

  /** Where the events begin, and where the last of them ends. */
  final int from;

  int to;
  long count;

  Stretch(int lane, long first, int phase, int segment, int chunk, int from) {
    this.lane = lane;
    this.first = first;
    this.phase = phase;
    this.segment = segment;
    this.chunk = chunk;
    this.from = from;
    this.to = from;
  }

  @Override
  public int compareTo(Stretch other) {
    int byLane = Integer.compare(lane, other.lane);
    return byLane != 0 ? byLane : Long.compare(first, other.first);
  }
}
