package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Behind;
import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.boundary.Lends;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.StandardOutput;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
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
import java.tapedeck.Until;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from the tape. Never asks the world: what the tape does not hold is a divergence. */
public final class Replayer extends ListeningSession {

  private static final long SECOND = 1_000_000_000L;

  /** How long the interrupt of another lane may take to come again. */
  private static final long PATIENCE_MS = 2000;

  private final LanesOnTape tape;
  private final Divergences divergences;
  private final ProgramThreads threads;
  private final ReplayEnd end;
  private final Map<String, MethodOrder> methodOrders;
  private final int untilLane;
  private final long untilOrdinal;
  private final Pace pace;
  private final Asides asides;
  private final HeardFirst heardFirst;
  private final LastTimes times = new LastTimes();
  private final OrderReplayer order;
  private final ArrivalOrder arrivals;

  /** Whether anything comes over wires. */
  private volatile boolean wired;

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
      int untilLane,
      long untilOrdinal,
      Pace pace) {
    super(doors, asker, lanes);
    this.tape = tape;
    this.asides = new Asides(tape);
    this.divergences = divergences;
    this.threads = threads;
    this.end = end;
    this.arrivals = new ArrivalOrder(tape, threads);
    this.heardFirst = new HeardFirst(tape, threads);
    this.methodOrders = methodOrders;
    this.untilLane = untilLane;
    this.untilOrdinal = untilOrdinal;
    this.pace = pace;
    this.order = new OrderReplayer(lanes, this, tape);
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
  public long nanoTime(int site) {
    return clock(Kinds.CLOCK_NANOS, site, System.nanoTime());
  }

  @Override
  public long currentTimeMillis(int site) {
    return clock(Kinds.CLOCK_MILLIS, site, System.currentTimeMillis());
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    long adjustment = Hooks.realNanoTimeAdjustment(offsetSeconds);
    if (adjustment == -1) {
      return adjustment;
    }
    long live = offsetSeconds * SECOND + adjustment;
    return clock(Kinds.CLOCK_EPOCH_NANOS, site, live) - offsetSeconds * SECOND;
  }

  /** The recorded time; the live one for those who are not the program. */
  private long clock(Kind kind, int site, long live) {
    ThreadLane thread = lanes.current();
    if (thread == null || thread.depth != 0) {
      return live;
    }
    return clock(thread, kind, site, live);
  }

  private long clock(ThreadLane thread, Kind kind, int site, long live) {
    int line = site != 0 ? site : line(thread, 0, Door.Scope.LINE);
    if (line == Asker.NOBODY) {
      return live;
    }
    thread.depth = 1;
    try {
      LaneEvents events = events(thread);
      if (mayMiss(thread, events) && !isNext(events, kind, line)) {
        return times.last(kind);
      }
      LaneEvents event = next(thread, kind, line, null);
      long value = event.longValue();
      times.told(kind, value);
      return value;
    } finally {
      thread.depth = 0;
    }
  }

  /** Whether clock reads of the thread may be missing: shutdown, and the JVM's own threads. */
  private boolean mayMiss(ThreadLane thread, @Nullable LaneEvents events) {
    return phase == Phase.RUNTIME_FINALIZE
        || thread.own.isJvms()
        || events != null && events.hasNext() && events.phase() == Phase.RUNTIME_FINALIZE;
  }

  private static boolean isNext(@Nullable LaneEvents events, Kind kind, int line) {
    return events != null
        && events.hasNext()
        && events.kindId() == kind.id()
        && events.site() == line;
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
      while (isNext(thread, lends.begins())) {
        lend(lends, crossing);
      }
    }
    Asked asked = new Asked();
    door.ask(crossing, asked);
    LaneEvents events = events(thread);
    if (events != null && mayMiss(thread, events)) {
      skipClocks(thread.lane, events);
    }
    if (door instanceof StandardOutput output && isUnheard(thread, events, asked)) {
      thread.answer = output.allWritten(crossing);
      return true;
    }
    Event event = next(thread, door.kind(), thread.site, asked).event();
    if (event.failure() != null) {
      thread.failure = Failures.again(event.failure());
      if (thread.failure instanceof InterruptedException) {
        awaitInterrupt(); // whoever was interrupted has been told by this very exception
      }
      return true;
    }
    try {
      thread.answer = door.retell(crossing, new EventTold(event.answer()));
    } catch (Error | RuntimeException | IOException ours) {
      throw ours;
    } catch (Throwable theirs) {
      thread.failure = theirs;
    }
    return true;
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

  @Override
  boolean passes(ThreadLane thread, Behind behind, Crossing crossing) throws Exception {
    thread.answer = behind.instead(crossing);
    return true;
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

  /** Takes the interrupt that has come or is about to: it must not meet what the lane does next. */
  static void awaitInterrupt() {
    try {
      Thread.sleep(PATIENCE_MS);
    } catch (InterruptedException taken) {
      // as it was
    }
  }

  /** Consumes the lane's next event, which orders its next operation; of that kind, if one is given. */
  Event takeOrder(ThreadLane thread, @Nullable Kind kind, int site) {
    int line = site == 0 ? line(thread, 0, Door.Scope.ALL) : Math.max(0, site);
    LaneEvents events = mustGoOn(thread, line);
    Event order = events.event();
    next(thread, kind == null ? order.kind() : kind, line, null);
    return order;
  }

  /** The events of the lane, of which there are more: else it waits for the end of the program. */
  LaneEvents mustGoOn(ThreadLane thread, int line) {
    LaneEvents events = events(thread);
    if (events == null || !events.hasNext()) {
      throw end.exhausted(thread, Kinds.ORDER, line, null);
    }
    return events;
  }

  /**
   * The lane went no further before the end of the program, which it waits for if it has said all it said.
   *
   * @param given the monitor that it gives back meanwhile; null for none
   */
  void mayStop(ThreadLane thread, int site, @Nullable Object given) {
    LaneEvents events = events(thread);
    if ((events == null || !events.hasNext()) && end.mayBeCutOff(thread.lane)) {
      thread.crossing = given == null ? null : new Crossing(given, new Object[0]);
      thread.depth++; // what is looked at meanwhile is ours
      try {
        throw end.exhausted(thread, Kinds.ORDER, Math.max(0, site), null);
      } finally {
        thread.depth--;
        thread.crossing = null;
      }
    }
  }

  /** Whether an event of that kind is the lane's next. */
  boolean isNext(ThreadLane thread, Kind kind) {
    LaneEvents events = events(thread);
    return events != null && events.hasNext() && events.kindId() == kind.id();
  }

  /** The failure as it was; the interrupt behind it is no more. */
  Throwable again(Failure recorded) {
    Throwable failure = Failures.again(recorded);
    if (failure instanceof InterruptedException) {
      awaitInterrupt();
    }
    return failure;
  }

  void rethrow() {
    divergences.rethrow();
  }

  /** The lane's number on the tape; negative where the tape has no such lane. */
  int number(Lane lane) {
    tape.events(lane);
    return lane.id;
  }

  String className(int site) {
    return asker.className(site);
  }

  @Nullable
  LaneEvents events(ThreadLane thread) {
    if (!thread.known) {
      thread.known = true;
      threads.add(thread);
    }
    return tape.events(thread.lane);
  }

  private static void skipClocks(Lane lane, LaneEvents events) {
    while (events.hasNext() && Kinds.isClock(events.kindId())) {
      events.advance();
      lane.ordinal++;
      lane.orderedOp = Lane.UNKNOWN;
    }
  }

  /** Consumes the lane's next event, which must be the one that is asked for. */
  private LaneEvents next(ThreadLane thread, Kind kind, int line, @Nullable Asked asked) {
    divergences.rethrow();
    asides.reached(thread.lane);
    LaneEvents events = events(thread);
    if (events == null || !events.hasNext()) {
      throw end.exhausted(thread, kind, line, asked);
    }
    if (events.ordinal() == untilOrdinal && events.lane() == untilLane) {
      stop(events);
    }
    if (events.kindId() != kind.id()) {
      throw divergences.other("kind", thread, events, kind, line, asked);
    }
    if (asked != null && !asked.is(events.event().question())) {
      throw divergences.other("question", thread, events, kind, line, asked);
    }
    if (events.site() != line) {
      throw divergences.other("site", thread, events, kind, line, asked);
    }
    if (kind.id() == Kinds.UNCOVERED.id() && events.event().failure() == null) {
      throw divergences.other("uncovered", thread, events, kind, line, asked);
    }
    pace.keep(events);
    if (HeardFirst.concerns(kind.id())) {
      heardFirst.await(thread, events.event());
    }
    if (!(thread.thread instanceof WireThread)) {
      awaitOthers(thread, kind, events.stampNs());
    }
    if (Spoken.isSaidBy(kind.id())) {
      tape.outputs.said(events.event()); // before it counts as consumed: that may end the replay
    }
    events.advance();
    thread.lane.ordinal++;
    thread.lane.orderedOp = Lane.UNKNOWN;
    if (lanes.several) {
      thread.lane.movedAtNs = System.nanoTime();
    }
    asides.completed(thread.lane);
    return events;
  }

  private void awaitOthers(ThreadLane thread, Kind kind, long stampNs) {
    if (wired && endsWaiting(kind)) {
      arrivals.awaitArrivals(thread, stampNs);
    } else if (lanes.several && isAnswered(kind)) {
      arrivals.awaitAnswer(thread, stampNs);
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

  /** Shows a debugger the place. */
  private static void stop(LaneEvents events) {
    try {
      throw new Until("event " + events.ordinal() + " of this lane comes next");
    } catch (Until seen) {
      // a debugger that waits for it has stopped the program at the throw
    }
  }

  @Override
  void told(ThreadLane thread, Door door, Crossing crossing, @Nullable Object result) {
    throw new IllegalStateException(
        "a replay asked the world for " + door.kind().name());
  }

  @Override
  void threw(ThreadLane thread, Door door, Crossing crossing, Throwable thrown) {
    throw new IllegalStateException(
        "a replay asked the world for " + door.kind().name());
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
    next(thread, Kinds.PROCESS_AWAIT, thread.site, asked);
    asides.add(thread, Lanes.aside(thread), awaited.end());
  }

  @Override
  void leads(ThreadLane thread, Outward outward) {
    Wire wire = outward.wire();
    if (!wire.hasBegun()) {
      holdWire(thread, wire);
      Lane lane = lanes.wired(thread, wire.threadName());
      wire.begin(thread.site, null);
      wired = true;
      new WireThread(lanes, new WireThread.Work(lane, new WireReader(wire, this)), null).start();
    }
  }

  /** What comes next over the wire whose lane the current thread runs; null where the tape has no more. */
  @Nullable
  Event arrives() {
    ThreadLane thread = lanes.current();
    LaneEvents events = thread == null ? null : events(thread);
    return events != null && events.hasNext() ? events.event() : null;
  }

  /** It comes, and the program is told. */
  void arrived(Arrival arrival, Event event, int site) {
    ThreadLane thread = lanes.current();
    if (thread == null) {
      return;
    }
    thread.hint = site;
    thread.depth++;
    arrivals.awaitTurn(thread, event.stampNs());
    arrivals.begins(event.stampNs());
    try {
      Asked asked = new Asked();
      arrival.ask(asked);
      next(thread, event.kind(), site, asked);
      thread.depth--;
      arrival.happen();
    } catch (IOException ours) {
      trouble(ours);
    } finally {
      arrivals.ends(event.stampNs());
    }
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
