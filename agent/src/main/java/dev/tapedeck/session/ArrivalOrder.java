package dev.tapedeck.session;

import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In replay, keeps what comes from others behind all that had happened by then, and ends of waiting behind
 * what had come. No time passes in a replay, and everything would come at once.
 */
final class ArrivalOrder {

  private static final long TICK_MS = 1;
  private static final long PATIENCE_MS = 1000;
  private static final long PATIENCE_WITH_OTHERS_MS = 20_000;

  /** Who asks may hold the lock that the others wait for. */
  private static final long PATIENCE_ALONE_MS = 50;

  private static final long SETTLING_NS = 500_000_000;
  private static final int SLOWER = 4;

  /** What has come may go from pool to pool until the program sees it. */
  private static final long HOP_MS = 3;

  private static final long SHORTEST_NS = 500_000;

  private final Lanes lanes;
  private final LanesOnTape tape;
  private final ProgramThreads threads;

  /** Whether anything comes over wires. */
  private volatile boolean expecting;

  /** The lanes by the time of the next event that may not have been consumed yet. */
  private @Nullable PriorityQueue<Head> everything;

  /** The same of the next that came over a wire. */
  private @Nullable PriorityQueue<Head> arrivals;

  /** The times of what is being told right now. */
  private final TreeMap<Long, Long> told = new TreeMap<>();

  /** The wires that this comes over. */
  private final Set<Wire> telling = new HashSet<>();

  /** The time of the last event of each lane that was waited for. */
  private final Map<Integer, Long> lastNs = new HashMap<>();

  ArrivalOrder(Lanes lanes, LanesOnTape tape, ProgramThreads threads) {
    this.lanes = lanes;
    this.tape = tape;
    this.threads = threads;
  }

  /** Something will come over wires. */
  void expect() {
    expecting = true;
  }

  /** Returns when the lane's next event may come, by what others had done when it came. */
  void awaitOthers(ThreadLane thread, Kind kind, long stampNs) {
    if (expecting && endsWaiting(kind)) {
      awaitArrivals(thread, stampNs);
    } else if (lanes.several && isAnswered(kind)) {
      awaitAnswer(thread, stampNs);
    }
  }

  /** Whether an event of that kind says that a time is over. */
  private static boolean endsWaiting(Kind kind) {
    int id = kind.id();
    return id == Kinds.SLEEP.id() || id == Kinds.WAIT.id() || id == Kinds.HTTP_CONNECT.id();
  }

  /** Whether an event of that kind is what somebody else answers. */
  private static boolean isAnswered(Kind kind) {
    return kind.id() == Kinds.HTTP_EXCHANGE.id() || kind.id() == Kinds.HTTP_RECEIVE.id();
  }

  /** Returns when what came then may come. */
  void awaitTurn(ThreadLane thread, long stampNs) {
    await(thread, everything(), stampNs);
  }

  /** Returns when what had come by then has come. */
  private void awaitArrivals(ThreadLane thread, long stampNs) {
    await(thread, arrivals(), stampNs);
    pause(HOP_MS, 0);
  }

  /**
   * Returns when what the thread has asked for may come: others had got so far meanwhile. Or when none of
   * them gets any further, because they wait for this very thread.
   */
  private void awaitAnswer(ThreadLane thread, long stampNs) {
    PriorityQueue<Head> heads = everything();
    long consumed = -1;
    long quietMs = 0;
    long aloneMs = 0;
    while (!hasConsumed(
        heads, stampNs, aloneMs >= PATIENCE_ALONE_MS || quietMs >= PATIENCE_WITH_OTHERS_MS)) {
      long now = tape.consumed();
      quietMs = now == consumed ? quietMs + TICK_MS : 0;
      aloneMs = now == consumed && !threads.othersRun(thread) ? aloneMs + TICK_MS : 0;
      consumed = now;
      pause(TICK_MS, 0);
    }
    settle(thread, stampNs);
  }

  /** The program is being told of what came over the wire then. */
  synchronized void begins(Wire wire, long stampNs) {
    told.merge(stampNs, 1L, Long::sum);
    telling.add(wire);
  }

  /** It has been told. */
  synchronized void ends(Wire wire, long stampNs) {
    told.computeIfPresent(stampNs, (at, count) -> count == 1 ? null : count - 1);
    telling.remove(wire);
  }

  private void await(ThreadLane thread, PriorityQueue<Head> heads, long stampNs) {
    long consumed = -1;
    long quietMs = 0;
    thread.waitsForWords = true;
    while (!hasReached(heads, stampNs, quietMs)) {
      long now = tape.consumed();
      quietMs = now == consumed ? quietMs + TICK_MS : 0;
      if (quietMs >= PATIENCE_MS && !threads.othersMayMove(thread)) {
        quietMs = PATIENCE_WITH_OTHERS_MS;
      }
      consumed = now;
      pause(TICK_MS, 0);
    }
    settle(thread, stampNs);
    thread.waitsForWords = false;
  }

  /**
   * Whether all before has been consumed and told; what is not, within our patience, is given up. Who is being told
   * may hand something over to a worker that this very arrival brings forth: then the two were told side by side.
   */
  private synchronized boolean hasReached(PriorityQueue<Head> heads, long stampNs, long quietMs) {
    boolean isTold = told.isEmpty()
        || told.firstKey() >= stampNs
        || quietMs >= PATIENCE_ALONE_MS && isHandingOver();
    boolean givesUp = quietMs >= PATIENCE_WITH_OTHERS_MS;
    return hasConsumed(heads, stampNs, givesUp) && (isTold || givesUp);
  }

  /** Whether somebody waits for a worker, who may be waiting here, or for one that was cut off. */
  private boolean isHandingOver() {
    return threads.anyHandsOver()
        || telling.stream()
            .anyMatch(wire -> wire.isHandedOver() || threads.waitsAtEnd(wire.teller()));
  }

  private synchronized boolean hasConsumed(
      PriorityQueue<Head> heads, long stampNs, boolean givesUp) {
    Head head = heads.peek();
    while (head != null && head.timeNs < stampNs) {
      if (!givesUp && tape.consumed(head.lane.lane()) <= head.lane.ordinal()) {
        return false;
      }
      heads.poll();
      lastNs.put(head.lane.lane(), head.timeNs);
      if (head.advance()) {
        heads.add(head);
      }
      head = heads.peek();
    }
    return true;
  }

  /**
   * Others may be about to do something that is not on the tape and shall come first: as long as they run, they
   * are given more time than they had, within limits.
   */
  private void settle(ThreadLane thread, long stampNs) {
    while (threads.othersRun(thread, other -> System.nanoTime() < readyAtNs(other, stampNs))) {
      pause(0, 200_000);
    }
  }

  /** Until when the lane may take its time, after the last event of it that stands before the stamp. */
  private synchronized long readyAtNs(Lane other, long stampNs) {
    long hadNs = stampNs - lastNs.getOrDefault(other.id, stampNs);
    return other.movedAtNs + Math.max(SHORTEST_NS, Math.min(SETTLING_NS, SLOWER * hadNs));
  }

  private static void pause(long millis, int nanos) {
    try {
      Thread.sleep(millis, nanos);
    } catch (InterruptedException theirs) {
      Thread.currentThread().interrupt();
      Thread.onSpinWait();
    }
  }

  private synchronized PriorityQueue<Head> everything() {
    PriorityQueue<Head> found = everything;
    if (found == null) {
      found = heads(false);
      everything = found;
    }
    return found;
  }

  private synchronized PriorityQueue<Head> arrivals() {
    PriorityQueue<Head> found = arrivals;
    if (found == null) {
      found = heads(true);
      arrivals = found;
    }
    return found;
  }

  private PriorityQueue<Head> heads(boolean onlyArrivals) {
    PriorityQueue<Head> heads = new PriorityQueue<>();
    for (LaneEvents lane : tape.afresh()) {
      Head head = new Head(lane, onlyArrivals);
      if (!tape.isJvms(lane.lane()) && head.advance()) {
        heads.add(head);
      }
    }
    return heads;
  }

  /** The next event of a lane. */
  private static final class Head implements Comparable<Head> {

    final LaneEvents lane;
    private final boolean onlyArrivals;
    long timeNs = Long.MIN_VALUE;

    Head(LaneEvents lane, boolean onlyArrivals) {
      this.lane = lane;
      this.onlyArrivals = onlyArrivals;
    }

    /** Goes to the next event of which the time is known; what stands before that, happened before. */
    boolean advance() {
      while (lane.advance()) {
        timeNs = Math.max(timeNs, lane.stampNs());
        if (onlyArrivals ? isArrival(lane.kindId()) : Kinds.hasTime(lane.kindId())) {
          lane.park();
          return true;
        }
      }
      return false;
    }

    private static boolean isArrival(int kind) {
      return kind == Kinds.HTTP_EXCHANGE.id()
          || kind == Kinds.HTTP_RECEIVE.id()
          || kind == Kinds.HTTP_CONNECT.id();
    }

    @Override
    public int compareTo(Head other) {
      return Long.compare(timeNs, other.timeNs);
    }
  }
}
