package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import java.tapedeck.Hashes;
import java.tapedeck.Notice;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Has lanes take locks in the recorded order.
 *
 * <p>A lane whose next operation came after another lane's waits until that lane has come so far. It
 * holds nothing then that the other one needs and would not have had to take before it; see
 * ARCHITECTURE.md.
 */
final class OrderReplayer extends LaneOrder {

  /** The line is not looked for. */
  private static final int NOWHERE = -1;

  /** Waiting so many ticks for a lane's turn may be for want of a thread. */
  private static final int LONG = 10;

  /** So many ticks are longer than one. */
  private static final int A_SECOND = 1000;

  private final Asker asker;
  private final TapeCursor cursor;
  private final LanesOnTape tape;
  private final Rescues rescues;
  private final AtomicReferenceArray<@Nullable Progress> byLane;
  private final ProcessTime time = new ProcessTime();
  private boolean computes;

  OrderReplayer(Lanes lanes, Asker asker, TapeCursor cursor, LanesOnTape tape) {
    super(lanes);
    this.asker = asker;
    this.cursor = cursor;
    this.tape = tape;
    this.byLane = new AtomicReferenceArray<>(tape.size());
    this.rescues = new Rescues(lanes, tape);
  }

  /** Hears of tasks that wait in a pool. */
  void heard(int notice, @Nullable Object subject, @Nullable Object detail) {
    if (notice == Notice.TASK_COMPUTES && subject != null) {
      rescues.begins(subject);
    }
    Object task = notice == Notice.TASK_POOLED ? detail : null;
    if (notice == Notice.TASK_SUBMITTED && !(subject instanceof AsynchronousCompletionTask)) {
      task = subject; // such a one goes to an executor, which may be no fork/join pool
    }
    if (task instanceof ForkJoinTask<?> forked) {
      Lane lane = lanes.waiting(forked);
      if (lane != null) {
        rescues.waits(forked, cursor.number(lane));
      }
    }
  }

  @Override
  public boolean mayRun(Object task) {
    return !wasCancelled(task) && rescues.mayRun(task);
  }

  @Override
  public void begun(Object task) {
    ThreadLane thread = ordered();
    if (thread != null && task instanceof ForkJoinTask<?> forked) {
      rescues.awaitBegin(forked);
    }
  }

  /** Whether the task has a time to wait, and never ran in the recording. */
  private boolean wasCancelled(Object task) {
    Lane lane = Rescues.isDelayed(task) ? lanes.waiting(task) : null;
    return lane != null && cursor.number(lane) < 0;
  }

  /** Nothing moves: whoever waits in a pool, or for a time to pass, is to run. */
  void hasten() {
    rescues.rescueAny();
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public boolean insists() {
    return ordered() != null; // else nothing is known of it
  }

  @Override
  public long before(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread == null) {
      return GO;
    }
    boolean isKnown = await(thread, site, null, false);
    hash(subject);
    return isKnown ? learned(thread, subject, site) : GO;
  }

  @Override
  public void awaits(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread != null) {
      cursor.mustGoOn(thread, site);
    }
  }

  @Override
  public long outcome(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread == null) {
      return GO;
    }
    await(thread, site, null, false);
    return learned(thread, subject, site);
  }

  @Override
  public boolean settle(int times) {
    cursor.rethrow();
    Progress.pause();
    if (times % LONG == LONG - 1) {
      rescues.rescueAny();
    }
    ThreadLane thread = lanes.current();
    return computes(times) || thread == null || cursor.othersMayMove(thread);
  }

  /** Whether anybody computes: of tasks of a pool nothing may have been heard yet. */
  private synchronized boolean computes(int times) {
    if (times % A_SECOND == 0) {
      computes = times == 0 || time.computes();
    }
    return computes;
  }

  @Override
  public void begin(Object subject) {
    begin(subject, false);
  }

  @Override
  public void meet(Object subject) {
    begin(subject, true);
  }

  private void begin(Object subject, boolean nests) {
    ThreadLane thread = ordered();
    if (thread != null) {
      Lane lane = thread.lane;
      if (lane.claim != null && !lane.claim.nests) {
        end(lane, lane.claim);
      }
      await(thread, NOWHERE, null, false);
      hash(subject);
      lane.open(Claim.NO_SLOT, nests);
    }
  }

  @Override
  public void end() {
    ThreadLane thread = lanes.several ? lanes.current() : null;
    Claim claim = thread == null ? null : thread.lane.claim;
    if (thread == null || claim == null) {
      return;
    }
    end(thread.lane, claim);
  }

  private void end(Lane lane, Claim claim) {
    if (lane.ops != claim.op) {
      lane.ops++;
    }
    lane.close(claim);
    progress(lane).reach(lane.ops, this);
  }

  private long learned(ThreadLane thread, Object subject, int site) {
    Event event = cursor.takeOrder(thread, Kinds.ORDER_LEARNED, site);
    done(thread.lane, subject);
    if (event.failure() != null) {
      throw Sneaky.<RuntimeException>thrown(FailureAgain.of(event.failure()));
    }
    return (Long) event.answer()[0];
  }

  @Override
  public void taken(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread != null) {
      done(thread.lane, subject);
    }
  }

  @Override
  public void entered(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread != null) {
      await(thread, site, subject, true);
      hash(subject);
      done(thread.lane, subject);
    }
  }

  @Override
  public void again(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread != null) {
      await(thread, site, subject, false);
      hash(subject);
      done(thread.lane, subject);
    }
  }

  @Override
  String className(int site) {
    return asker.className(site);
  }

  /** Gives the subject its code as a recording does, which needs it: who comes first in the order gives his. */
  private static void hash(Object subject) {
    Hashes.identityHashCode(subject);
  }

  /**
   * Returns when all has happened that the lane's next operation came after.
   *
   * @param monitor what is given back meanwhile; null for nothing
   * @param justTaken whether it must not be given back if it was held before
   * @return whether the tape holds next what came of it
   */
  private boolean await(ThreadLane thread, int site, @Nullable Object monitor, boolean justTaken) {
    Lane lane = thread.lane;
    if (lane.ops >= lastOp(lane) && !progress(lane).isAwaited()) {
      cursor.mayStop(thread, site, given(monitor, justTaken));
    }
    while (next(thread) == lane.ops + 1) {
      if (cursor.isNext(thread, Kinds.ORDER_LEARNED)) {
        return true;
      }
      Event order = cursor.takeOrder(thread, null, site);
      int other = ((Long) order.answer()[0]).intValue();
      long count = (Long) order.answer()[1];
      Progress progress = progress(other);
      if (progress.reached(count) || monitor == null && progress.reachedSoon(count)) {
        continue;
      }
      Object given = given(monitor, justTaken);
      thread.turn = new Turn(other, count, site);
      try {
        for (int ticks = 1; !progress.reached(count); ticks++) {
          progress.await(count, given);
          cursor.rethrow();
          if (ticks > 1) {
            rescues.rescue(other);
          }
          if (ticks % LONG == 0) {
            rescues.rescueAny();
          }
        }
      } finally {
        thread.turn = null;
      }
    }
    return false;
  }

  /** What is given back while a lane waits: not what it held before it took it once more. */
  private static @Nullable Object given(@Nullable Object monitor, boolean justTaken) {
    boolean keeps = monitor != null && justTaken && HeldMonitors.count(monitor) > 1;
    return keeps ? null : monitor;
  }

  private long lastOp(Lane lane) {
    if (lane.lastOp == Lane.UNKNOWN) {
      lane.lastOp = tape.lastOperation(lane);
    }
    return lane.lastOp;
  }

  /** The count of the lane's next operation that the tape orders; beyond all where it orders none before the next event. */
  private long next(ThreadLane thread) {
    Lane lane = thread.lane;
    if (lane.orderedOp == Lane.UNKNOWN) {
      LaneEvents events = cursor.events(thread);
      lane.orderedOp = events != null && events.hasNext() && Kinds.isOrder(events.kindId())
          ? (Long) events.event().question()[0]
          : Long.MAX_VALUE;
    }
    return lane.orderedOp;
  }

  private void done(Lane lane, Object subject) {
    progress(lane).reach(++lane.ops, subject);
  }

  private Progress progress(Lane lane) {
    Progress progress = lane.progress;
    if (progress == null) {
      int number = cursor.number(lane);
      progress = number < 0 ? new Progress() : progress(number);
      lane.progress = progress;
    }
    return progress;
  }

  private Progress progress(int lane) {
    Progress progress = byLane.get(lane);
    if (progress == null) {
      byLane.compareAndSet(lane, null, new Progress());
      progress = byLane.get(lane);
    }
    return progress == null ? new Progress() : progress;
  }

  /** How many operations all lanes have done, roughly. */
  long done() {
    long done = 0;
    for (int i = 0; i < byLane.length(); i++) {
      Progress progress = byLane.get(i);
      done += progress == null ? 0 : progress.done();
    }
    return done;
  }
}
