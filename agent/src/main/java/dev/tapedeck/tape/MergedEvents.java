package dev.tapedeck.tape;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The events of all lanes by time; each lane in its own order, whatever its stamps say. */
final class MergedEvents implements Iterator<Event> {

  private final PriorityQueue<Head> heads = new PriorityQueue<>();
  private @Nullable Head current;

  MergedEvents(List<LaneEvents> lanes) {
    for (LaneEvents lane : lanes) {
      Head head = new Head(lane);
      if (head.advance(Long.MIN_VALUE)) {
        lane.park();
        heads.add(head);
      }
    }
    current = heads.poll();
  }

  @Override
  public boolean hasNext() {
    return current != null;
  }

  @Override
  public Event next() {
    Head head = current;
    if (head == null) {
      throw new NoSuchElementException();
    }
    Event event = head.lane.event();
    Head other = heads.peek();
    if (!head.advance(head.time)) {
      current = heads.poll();
    } else if (other != null && other.compareTo(head) < 0) {
      head.lane.park();
      current = heads.poll();
      heads.add(head);
    }
    return event;
  }

  private static final class Head implements Comparable<Head> {

    final LaneEvents lane;
    long time;

    Head(LaneEvents lane) {
      this.lane = lane;
    }

    boolean advance(long notBefore) {
      if (!lane.advance()) {
        return false;
      }
      time = Math.max(notBefore, lane.stampNs());
      return true;
    }

    @Override
    public int compareTo(Head other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Integer.compare(lane.lane(), other.lane.lane());
    }
  }
}
