package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.boundary.Lends;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.StandardOutput;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Phase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.tapedeck.ChildOutput;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from the tape. Never asks the world: what the tape does not hold is a divergence. */
public final class Replayer extends TapeSession {

  private final LanesOnTape tape;
  private final Divergences divergences;
  private final ProgramThreads threads;
  private final ReplayEnd end;
  private final Map<String, MethodOrder> methodOrders;
  private final Asides asides;
  private final TapeCursor cursor;
  private final LastTimes times = new LastTimes();
  private final OrderReplayer order;
  private final WireReplayer wires;
  private boolean watched;
  private volatile int phase = Phase.USER_SCRIPT;

  Replayer(
      Doors doors,
      Asker asker,
      Lanes lanes,
      LanesOnTape tape,
      Divergences divergences,
      ProgramThreads threads,
      ReplayEnd end,
      Map<String, MethodOrder> methodOrders,
      StopBefore until,
      Pace pace) {
    super(doors, asker, lanes);
    this.tape = tape;
    this.divergences = divergences;
    this.threads = threads;
    this.end = end;
    this.methodOrders = methodOrders;
    this.asides = new Asides(tape);
    ArrivalOrder arrivals = new ArrivalOrder(lanes, tape, threads);
    this.cursor = new TapeCursor(
        asker, lanes, tape, divergences, threads, end, asides, arrivals, until, pace);
    this.order = new OrderReplayer(lanes, asker, cursor, tape);
    this.wires = new WireReplayer(this, cursor, arrivals);
    threads.follow(order);
  }

  /** Who keeps the order between lanes. */
  OrderReplayer order() {
    return order;
  }

  /** Begins to look after lanes that may wait for each other. */
  private synchronized void watch() {
    if (!watched && !divergences.debugged()) {
      watched = true;
      new AgentThread("stalls", new Stalls(tape, order, threads, end)).start();
    }
  }

  @Override
  public long time(ThreadLane thread, Kind kind, int line) {
    if (mayMiss(thread, cursor.events(thread)) && !cursor.isNext(thread, kind, line)) {
      return times.last(kind);
    }
    long value = cursor.next(thread, kind, line, null).longValue();
    times.told(kind, value);
    return value;
  }

  /** Whether clock reads of the thread may be missing: shutdown, and the JVM's own threads. */
  private boolean mayMiss(ThreadLane thread, @Nullable LaneEvents events) {
    return phase == Phase.RUNTIME_FINALIZE
        || thread.own.isJvms()
        || events != null && events.hasNext() && events.phase() == Phase.RUNTIME_FINALIZE;
  }

  @Override
  boolean asked(ThreadLane thread, Door door, Crossing crossing) throws IOException {
    if (door instanceof StandardOutput && divergences.any()) {
      thread.door = null;
      return false;
    }
    if (door.kind().id() == Kinds.HOST_LONG.id() && isUnseenInitializer(thread.lane)) {
      thread.door = null;
      return false;
    }
    if (door instanceof Lends lends) {
      while (cursor.isNext(thread, lends.begins())) {
        lend(lends, crossing);
      }
    }
    Asked asked = new Asked();
    door.ask(crossing, asked);
    LaneEvents events = cursor.events(thread);
    if (events != null && mayMiss(thread, events)) {
      TapeCursor.skipClocks(thread.lane, events);
    }
    if (door instanceof StandardOutput output && isUnheard(thread, events, asked)) {
      thread.answer = output.allWritten(crossing);
      return true;
    }
    if (door.handsOver() && (events == null || !events.hasNext()) && handsLast(thread, crossing)) {
      handedOver(thread, door, crossing, new @Nullable Object[] {1L});
      return true;
    }
    Event event = cursor.next(thread, door.kind(), thread.site, asked).event();
    if (event.failure() != null) {
      thread.failure = FailureAgain.of(event.failure());
      return true;
    }
    handedOver(thread, door, crossing, event.answer());
    return true;
  }

  private static void handedOver(
      ThreadLane thread, Door door, Crossing crossing, @Nullable Object[] answer)
      throws IOException {
    thread.handsOver = door.handsOver();
    try {
      retell(thread, door, crossing, answer);
    } finally {
      thread.handsOver = false;
    }
  }

  /**
   * Whether somebody took what is handed over, though that is not on the tape: he may have been so fast that the
   * program had ended before. The task is on the tape then, or nobody can go on without it.
   */
  private boolean handsLast(ThreadLane thread, Crossing crossing) {
    if (!end.mayBeCutOff(thread.lane)) {
      return false;
    }
    Lane task = lanes.waiting(crossing.argument(0));
    return task != null && cursor.number(task) >= 0 || end.isStuckWithout(thread);
  }

  /**
   * Whether the lane initialises a class that was initialised behind a door when it was recorded. What it
   * asks of the host is set as it was: the JVM has been told how many processors there are.
   */
  private boolean isUnseenInitializer(Lane lane) {
    return lane.parent == null && lane.index > Lane.CLASSES && tape.events(lane) == null;
  }

  @Override
  void unheard() {
    // who has no lane here is one of ours
  }

  /** Whether this is said after the last event of the lane, and the lane goes on. */
  private boolean isUnheard(ThreadLane thread, @Nullable LaneEvents events, Asked asked) {
    Lane lane = thread.lane;
    if (events != null && events.hasNext() || !end.mayBeCutOff(lane)) {
      return false;
    }
    if (!lane.spoke && end.isCutOff(events)) {
      lane.spoke = true;
      lastWords(asked);
      return true;
    }
    if (lane.beyond == null) {
      lane.beyond = new Beyond(thread.site, asked);
    }
    return end.isInTheWay(thread);
  }

  private void lastWords(Asked asked) {
    if (asked.fields().get(0) instanceof String stream
        && asked.fields().get(1) instanceof byte[] bytes) {
      tape.outputs.lastWords(stream, bytes);
    }
    if (tape.isConsumed()) {
      tape.outputs.release();
    }
  }

  @Override
  Method[] ordered(Class<?> type, boolean publicOnly, Method[] listed) {
    MethodOrder recorded = methodOrders.get(type.getName() + (publicOnly ? " public" : ""));
    return recorded == null ? listed : MethodOrders.restored(recorded, listed);
  }

  @Override
  void childSpeaks(ThreadLane thread, ChildOutput output) {
    asides.add(thread, Lanes.aside(thread), null);
  }

  @Override
  void childEnded(long pid) {}

  @Override
  void endAwaited(ThreadLane thread, Awaited awaited) {
    Asked asked = new Asked();
    asked.putLong(awaited.pid());
    cursor.next(thread, Kinds.PROCESS_AWAIT, thread.site, asked);
    asides.add(thread, Lanes.aside(thread), awaited.end());
  }

  @Override
  void leads(ThreadLane thread, Outward outward) {
    wires.leads(thread, outward);
  }

  @Override
  void uncaught(Thread thread, Throwable thrown) {
    end.uncaught(thread, thrown);
  }

  @Override
  void trouble(Throwable thrown) {
    throw divergences.trouble(thrown);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    if (notice == Notice.LAST_THREAD_ENDED) {
      ending(notice, 0);
    } else if (notice == Notice.SHUTDOWN_DONE) {
      finish();
    } else {
      if (notice == Notice.TASK_ENDED
          || notice == Notice.TASK_LEFT
          || notice == Notice.THREAD_ENDED) {
        laneEnds();
      }
      super.notice(notice, subject, detail);
      order.heard(notice, subject, detail);
      if (notice == Notice.THREAD_ENDED) {
        end.threadEnded();
      } else if (lanes.several && !watched) {
        watch();
      }
    }
  }

  /** A lane that was cut off when it was recorded does not come to its end. */
  private void laneEnds() {
    ThreadLane thread = lanes.current();
    Beyond beyond = thread == null ? null : thread.lane.beyond;
    if (thread != null && beyond != null && !divergences.any()) {
      throw end.exhausted(thread, Kinds.OUTPUT_WRITE, beyond.site(), beyond.asked());
    }
  }

  @Override
  public void ending(int notice, int status) {
    if (end.begins(notice, status)) {
      phase = Phase.RUNTIME_FINALIZE;
    }
    if (notice == Notice.HALT) {
      finish();
    }
  }

  private void finish() {
    ThreadLane thread = lanes.current();
    if (thread != null) {
      thread.depth++; // what follows is ours
    }
    asides.rest();
    end.finish();
    Hooks.end(new Over());
  }
}
