package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import java.tapedeck.Divergence;
import java.tapedeck.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.internal.misc.Signal;
import org.jspecify.annotations.Nullable;

/** Sees a replay to its end: what is left on the tape, and whether the run ends as it did. */
final class ReplayEnd {

  private static final long PATIENCE_MS = 2000;
  private static final long PATIENCE_AT_END_MS = 300;
  private static final long TICK_MS = 20;
  private static final long SHORT_TICK_MS = 5;
  private static final long LONG_MS = 10_000;
  private static final int SLOWER = 4;
  private static final int SIGNALLED = 128;

  /** Ends that come while the main thread may be anywhere. */
  private static final Set<String> CUTTING_OFF = Set.of("signal", "exit", "halt");

  private final LanesOnTape tape;
  private final Divergences divergences;
  private final Verdict verdict;
  private final RunEnding ending;
  private final @Nullable RunEnd recorded;
  private final boolean complete;
  private final boolean sameJdk;
  private final ProgramThreads threads;
  private boolean finished;
  private boolean concluded;
  private boolean signalled;

  ReplayEnd(
      LanesOnTape tape,
      Divergences divergences,
      Verdict verdict,
      Thread main,
      @Nullable RunEnd recorded,
      boolean complete,
      boolean sameJdk,
      ProgramThreads threads) {
    this.tape = tape;
    this.divergences = divergences;
    this.verdict = verdict;
    this.ending = new RunEnding(main);
    this.recorded = recorded;
    this.complete = complete;
    this.sameJdk = sameJdk;
    this.threads = threads;
  }

  void uncaught(Thread thread, Throwable thrown) {
    ending.uncaught(thread, thrown);
  }

  void threadEnded() {
    ending.threadEnded();
  }

  boolean begins(int notice, int status) {
    return ending.begins(notice, status);
  }

  /** Whether the recording was cut off, and these are at their end. */
  boolean isCutOff(@Nullable LaneEvents events) {
    return (!complete || recorded == null) && (events == null || !events.hasNext());
  }

  /**
   * Deals with a lane that asks for more than the tape holds.
   *
   * <p>Where the recording was cut off, that is the end of the replay. A lane may have been cut off by
   * the end of the program, the main one by an exit or a signal; it waits for that end.
   */
  Divergence exhausted(ThreadLane thread, Kind kind, int line, @Nullable Asked asked) {
    boolean cut = !complete || recorded == null;
    boolean bySignal = recorded != null && recorded.how().equals("signal");
    if (!mayBeCutOff(thread.lane)) {
      return divergences.exhausted(thread.lane, kind, line, asked);
    }
    thread.waitsAtEnd = true;
    waitForOthers(PATIENCE_MS, thread);
    waitWhileEnding(thread);
    if (cut) {
      prefix();
    } else if (bySignal && recorded != null) {
      if (firstToSignal()) {
        raise(recorded.exitCode());
      }
      waitForEnding(thread);
    }
    thread.waitsAtEnd = false;
    return divergences.exhausted(thread.lane, kind, line, asked);
  }

  /** Whether the end of the program may have come while the lane was about to go on. */
  boolean mayBeCutOff(Lane lane) {
    boolean isMain = lane.parent == null && lane.index == 0;
    return !isMain || !complete || recorded == null || CUTTING_OFF.contains(recorded.how());
  }

  /**
   * Waits with a lane that is at its end until nobody else can move; returns whether the program has not come
   * to its end by then.
   */
  boolean isStuckWithout(ThreadLane thread) {
    thread.waitsAtEnd = true;
    waitForOthers(PATIENCE_AT_END_MS, thread); // sooner than others who are at their ends give up
    thread.waitsAtEnd = false;
    boolean endsByItself = complete && recorded != null && !recorded.how().equals("signal");
    return !ending.isEnding() && (endsByItself || !tape.isConsumed());
  }

  /**
   * Waits with a lane that is at its end; returns true as soon as another thread waits for a lock that it
   * may hold, and false when nobody has anything to say, or nothing happens any more.
   */
  boolean isInTheWay(ThreadLane thread) {
    thread.waitsAtEnd = true;
    boolean interrupted = false;
    long consumed = -1;
    for (long quietMs = 0; quietMs < PATIENCE_MS && !tape.isConsumed(); quietMs += SHORT_TICK_MS) {
      if (threads.isAwaited(thread)) {
        restore(interrupted);
        return true;
      }
      long now = tape.consumed();
      quietMs = now == consumed ? quietMs : 0;
      consumed = now;
      interrupted |= pause(null, SHORT_TICK_MS);
    }
    restore(interrupted);
    return false;
  }

  /** The JVM deals with a signal on a thread of its own. */
  private void waitForEnding(ThreadLane thread) {
    boolean interrupted = false;
    for (long waitedMs = 0; !ending.isEnding() && waitedMs < LONG_MS; waitedMs += TICK_MS) {
      interrupted |= pause(thread, TICK_MS);
    }
    restore(interrupted);
    waitWhileEnding(thread);
  }

  /** A program that has come to its end takes no notice of its daemons. */
  private void waitWhileEnding(ThreadLane thread) {
    boolean interrupted = false;
    for (long waitedMs = 0; ending.isEnding() && waitedMs < LONG_MS; waitedMs += TICK_MS) {
      interrupted |= pause(thread, TICK_MS);
    }
    restore(interrupted);
  }

  /**
   * Lets a moment pass; a lane that waits on a monitor gives it away meanwhile, as it did.
   *
   * @return whether somebody has interrupted it, which does not end its waiting: a pool that is shut down
   *     interrupts all its threads
   */
  @SuppressWarnings("WaitNotInLoop")
  private static boolean pause(@Nullable ThreadLane thread, long millis) {
    Crossing crossing = thread == null ? null : thread.crossing;
    Object monitor = crossing == null ? null : crossing.self;
    try {
      if (monitor != null && Thread.holdsLock(monitor)) {
        monitor.wait(millis);
      } else {
        Thread.sleep(millis);
      }
      return false;
    } catch (InterruptedException theirs) {
      return true;
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Interrupts.restore();
    }
  }

  private synchronized boolean firstToSignal() {
    boolean first = !signalled;
    signalled = true;
    return first;
  }

  /** Ends a replay whose tape ends before the program. Another lane may do so at the same time. */
  private void prefix() {
    while (!finish()) {
      ExitThread.waits(LONG_MS);
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * Returns when no other thread of the program can move, or the run has ended.
   *
   * <p>Threads that run may wait for this very one, in a loop. So it also returns when a replay that is
   * a few times slower than the recording would have come to its end.
   */
  private void waitForOthers(long patienceMs, @Nullable ThreadLane thread) {
    long moved = -1;
    // counted, not measured: no time passes for a program that a debugger holds, or a machine that
    // stands still
    long quietMs = 0;
    long waitedMs = 0;
    long mostMs = LONG_MS;
    ProcessTime time = new ProcessTime();
    boolean interrupted = false;
    while (true) {
      long now = tape.consumed() + threads.done();
      if (now != moved) {
        moved = now;
        quietMs = 0;
      } else if (tape.isConsumed() && !threads.othersRun(null)) {
        break;
      }
      boolean mayMove = threads.areOnTheirWay() || threads.othersRun(null);
      if (quietMs >= (mayMove ? PATIENCE_MS : patienceMs)) {
        if (!threads.othersRun(null) || !time.computes()) {
          break;
        }
        quietMs = 0;
      }
      quietMs += TICK_MS;
      waitedMs += TICK_MS;
      if (waitedMs >= mostMs) {
        mostMs = Math.max(mostMs, SLOWER * tape.spanMs());
        if (waitedMs >= mostMs) {
          break;
        }
      }
      interrupted |= pause(thread, TICK_MS);
    }
    restore(interrupted);
  }

  synchronized boolean isFinished() {
    return finished;
  }

  /**
   * Ends a program that has done all it did, and keeps threads that wait for time to pass, as those of
   * pools do for work: no time passes in a replay.
   */
  void endIfIdle() {
    RunEnd known = recorded;
    boolean mayEnd =
        !ending.isEnding() && !threads.mustMove(ending) && tape.isConsumedUpToShutdown();
    if (mayEnd && complete && known != null && isReturn(known)) {
      new LastThread(known.exitCode()).start();
    }
  }

  private static boolean isReturn(RunEnd recorded) {
    return recorded.how().equals("return") && recorded.crash() == null;
  }

  /**
   * Deals with a replay in which nothing moves. It may be at the end of a recording that was cut off, or
   * ended from outside; false if there may be something to come.
   */
  boolean stalled() {
    if (divergences.any()) {
      return true;
    }
    if (tape.isConsumed()) {
      if (!complete || recorded == null) {
        prefix();
      } else if (recorded.how().equals("signal") && firstToSignal()) {
        raise(recorded.exitCode());
        return false;
      }
    }
    divergences.stall(Deadlocks.described(), threads.waiting(divergences));
    return true;
  }

  /**
   * Compares the ends, and writes down how the replay went. Only the first call counts, and is told so;
   * others wait for it.
   */
  boolean finish() {
    if (!isFirstToFinish()) {
      return false;
    }
    try {
      conclude();
    } finally {
      concluded();
    }
    return true;
  }

  private synchronized boolean isFirstToFinish() {
    boolean first = !finished;
    finished = true;
    boolean interrupted = false;
    while (!first && !concluded) {
      try {
        wait();
      } catch (InterruptedException theirs) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Interrupts.restore();
    }
    return first;
  }

  private synchronized void concluded() {
    concluded = true;
    notifyAll();
  }

  private void conclude() {
    if (!tape.isConsumed() && !divergences.any()) {
      waitForOthers(PATIENCE_AT_END_MS, null); // a daemon may be a little behind
    }
    List<Event> left = leftovers();
    if (!left.isEmpty() && complete) {
      divergences.leftover(left.get(0));
    }
    tape.outputs.release();
    RunEnd replayed = ending.end(true);
    if (recorded != null && complete && !divergences.any()) {
      String was = EndText.of(recorded, sameJdk);
      String is = EndText.of(replayed, sameJdk);
      if (!was.equals(is)) {
        divergences.end(was, is);
      }
    }
    Fields how = new Fields();
    how.put("verdict", complete && recorded != null ? "faithful" : "prefix");
    how.put("consumed", tape.consumed());
    List<String> counts = new ArrayList<>();
    for (Event event : left) {
      counts.add(tape.name(event.lane()) + " from " + event.ordinal());
    }
    how.put("leftovers", counts);
    how.put("exit_code", replayed.exitCode());
    if (recorded == null || recorded.how().equals("signal")) {
      String deadlock = Deadlocks.described();
      how.put("deadlock", deadlock == null ? "" : deadlock);
    }
    verdict.write(how);
    verdict.close();
  }

  /** The first event that is left of each lane, but for those that may be. */
  private List<Event> leftovers() {
    List<Event> left = new ArrayList<>();
    for (LaneEvents lane : tape.all()) {
      if (tape.isJvms(lane.lane())) {
        continue;
      }
      while (lane.hasNext()
          && lane.phase() == Phase.RUNTIME_FINALIZE
          && Kinds.isClock(lane.kindId())) {
        lane.advance();
      }
      if (lane.hasNext()) {
        left.add(lane.event());
      }
    }
    return left;
  }

  /** Has the JVM send itself the signal, so that the same threads deal with it as then. */
  private static void raise(int exitCode) {
    for (String name : List.of("TERM", "INT", "HUP")) {
      Signal signal = new Signal(name);
      if (exitCode == SIGNALLED + signal.getNumber()) {
        Signal.raise(signal);
      }
    }
  }
}
