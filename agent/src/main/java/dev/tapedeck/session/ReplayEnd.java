package dev.tapedeck.session;

import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Frame;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import java.tapedeck.Divergence;
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
  private final List<ThreadLane> threads = new ArrayList<>();
  private boolean finished;
  private boolean signalled;

  ReplayEnd(
      LanesOnTape tape,
      Divergences divergences,
      Verdict verdict,
      Thread main,
      @Nullable RunEnd recorded,
      boolean complete,
      boolean sameJdk) {
    this.tape = tape;
    this.divergences = divergences;
    this.verdict = verdict;
    this.ending = new RunEnding(main);
    this.recorded = recorded;
    this.complete = complete;
    this.sameJdk = sameJdk;
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

  /** A thread runs; its state tells whether others wait for nothing. */
  void runs(ThreadLane thread) {
    synchronized (threads) {
      threads.add(thread);
    }
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
    boolean isMain = thread.lane.parent == null && thread.lane.index == 0;
    boolean mainMayBeCutOff = recorded != null && CUTTING_OFF.contains(recorded.how());
    if (isMain && !cut && !mainMayBeCutOff) {
      return divergences.exhausted(thread.lane, kind, line, asked);
    }
    thread.waitsAtEnd = true;
    waitForOthers(PATIENCE_MS);
    waitWhileEnding();
    if (cut) {
      prefix();
    } else if (bySignal && recorded != null && firstToSignal()) {
      raise(recorded.exitCode());
      waitForOthers(PATIENCE_MS);
    }
    thread.waitsAtEnd = false;
    return divergences.exhausted(thread.lane, kind, line, asked);
  }

  /** A program that has come to its end takes no notice of its daemons. */
  private void waitWhileEnding() {
    for (long waitedMs = 0; ending.isShuttingDown() && waitedMs < LONG_MS; waitedMs += TICK_MS) {
      try {
        Thread.sleep(TICK_MS);
      } catch (InterruptedException theirs) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized boolean firstToSignal() {
    boolean first = !signalled;
    signalled = true;
    return first;
  }

  /** Ends a replay whose tape ends before the program. */
  private void prefix() {
    finish();
    Runtime.getRuntime().halt(0);
  }

  /**
   * Returns when no other thread of the program can move, or the run has ended.
   *
   * <p>Threads that run may wait for this very one, in a loop. So it also returns when a replay that is
   * a few times slower than the recording would have come to its end.
   */
  private void waitForOthers(long patienceMs) {
    long quietSince = System.nanoTime();
    long consumed = -1;
    long waitedMs = 0; // counted, not measured: no time passes for a program that a debugger holds
    long mostMs = LONG_MS;
    ProcessTime time = new ProcessTime();
    while (true) {
      long now = tape.consumed();
      if (now != consumed) {
        consumed = now;
        quietSince = System.nanoTime();
      } else if (tape.isConsumed() && !othersRun()) {
        return;
      }
      if (System.nanoTime() - quietSince >= patienceMs * 1_000_000) {
        if (!othersRun() || !time.computes()) {
          return;
        }
        quietSince = System.nanoTime();
      }
      waitedMs += TICK_MS;
      if (waitedMs >= mostMs) {
        mostMs = Math.max(mostMs, SLOWER * tape.spanMs());
        if (waitedMs >= mostMs) {
          return;
        }
      }
      try {
        Thread.sleep(TICK_MS);
      } catch (InterruptedException theirs) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Whether another thread runs, or will by itself after some time. */
  boolean othersMayMove(ThreadLane thread) {
    synchronized (threads) {
      for (ThreadLane other : threads) {
        Thread.State state = other.thread.getState();
        boolean moves = state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING;
        if (moves && other != thread && !other.waitsAtEnd && !other.waitsForWords) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean othersRun() {
    synchronized (threads) {
      for (ThreadLane other : threads) {
        boolean runs = other.thread.getState() == Thread.State.RUNNABLE;
        if (runs && !other.waitsAtEnd && other.thread != Thread.currentThread()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Compares the ends, and writes down how the replay went. Only the first call counts. */
  void finish() {
    synchronized (this) {
      if (finished) {
        return;
      }
      finished = true;
    }
    if (!tape.isConsumed() && !divergences.any()) {
      waitForOthers(PATIENCE_AT_END_MS); // a daemon may be a little behind
    }
    List<Event> left = leftovers();
    if (!left.isEmpty() && complete) {
      divergences.leftover(left.get(0));
    }
    RunEnd replayed = ending.end(true);
    if (recorded != null && complete && !divergences.any()) {
      compare(recorded, replayed);
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

  private void compare(RunEnd was, RunEnd is) {
    String before = text(was);
    String after = text(is);
    if (!before.equals(after)) {
      divergences.end(before, after);
    }
  }

  private String text(RunEnd end) {
    StringBuilder text = new StringBuilder("exit status ").append(end.exitCode());
    Crash crash = end.crash();
    if (crash != null) {
      text.append(", thread ").append(crash.thread()).append(" by ");
      failure(text, crash.failure());
    }
    return text.toString();
  }

  private void failure(StringBuilder text, Failure failure) {
    text.append(failure.className()).append(": ").append(failure.message());
    boolean anywhere = failure.className().equals("java.lang.OutOfMemoryError")
        || failure.className().equals("java.lang.StackOverflowError");
    if (!anywhere) {
      for (Frame frame : failure.frames()) {
        if (sameJdk || frame.moduleName() == null) {
          text.append("\n    at ").append(frame.toStackTraceElement());
        }
      }
    }
    Failure cause = failure.cause();
    if (cause != null) {
      text.append("\n  caused by ");
      failure(text, cause);
    }
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
