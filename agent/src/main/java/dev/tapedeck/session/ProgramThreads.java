package dev.tapedeck.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** In replay, the threads of the program: their states tell whether one waits for another in vain. */
final class ProgramThreads {

  private final List<ThreadLane> threads = new ArrayList<>();
  private volatile @Nullable OrderReplayer order;

  /** Who knows how far lanes have come in what is no event. */
  void follow(OrderReplayer keeper) {
    order = keeper;
  }

  /** How many ordered operations they have done, roughly. */
  long done() {
    OrderReplayer keeper = order;
    return keeper == null ? 0 : keeper.done();
  }

  /** One more runs. */
  synchronized void add(ThreadLane thread) {
    threads.add(thread);
  }

  /** Those that there are now; who asks of them what may lead elsewhere holds no lock. */
  private synchronized ThreadLane[] all() {
    return threads.toArray(new ThreadLane[0]);
  }

  /** Whether another one waits for a lock that this one may hold. */
  boolean isAwaited(ThreadLane thread) {
    for (ThreadLane other : all()) {
      if (other != thread && LockWait.isFor(thread.thread, other.thread)) {
        return true;
      }
    }
    return false;
  }

  /** Whether lanes are at their ends in the middle of saying something, or wait for another's turn. */
  boolean areOnTheirWay() {
    for (ThreadLane thread : all()) {
      if (thread.lane.beyond != null || thread.turn != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether one will move by itself after some time. */
  boolean sleep() {
    for (ThreadLane thread : all()) {
      boolean sleeps = thread.thread.getState() == Thread.State.TIMED_WAITING
          && !thread.waitsForWords
          && thread.turn == null;
      if (sleeps || thread.waitsAtEnd) { // who waits at its end does not wait for ever
        return true;
      }
    }
    return false;
  }

  /** A line for each that lives: where it is, and what it waits for. */
  List<String> waiting(Divergences divergences) {
    List<String> lines = new ArrayList<>();
    for (ThreadLane thread : all()) {
      if (thread.thread.isAlive()) {
        lines.add(divergences.waiting(thread));
      }
    }
    return lines;
  }

  /** Whether another one runs, or will by itself after some time. */
  boolean othersMayMove(ThreadLane thread) {
    for (ThreadLane other : all()) {
      Thread.State state = other.thread.getState();
      boolean moves = state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING;
      if (moves
          && other != thread
          && !other.waitsAtEnd
          && !other.waitsForWords
          && other.turn == null) {
        return true;
      }
    }
    return false;
  }

  /** Whether one waits for another to take what it hands over. */
  boolean anyHandsOver() {
    return Arrays.stream(all()).anyMatch(thread -> thread.handsOver);
  }

  /** Whether the thread has come to where it was cut off. */
  boolean waitsAtEnd(@Nullable Thread thread) {
    return Arrays.stream(all()).anyMatch(known -> known.thread == thread && known.waitsAtEnd);
  }

  /** Whether one that keeps the JVM from its end does not wait for time to pass. */
  boolean mustMove(RunEnding ending) {
    for (ThreadLane thread : all()) {
      boolean keepsJvm = thread.thread.isAlive() && !thread.thread.isDaemon();
      boolean sleeps = thread.thread.getState() == Thread.State.TIMED_WAITING
          && !thread.waitsForWords
          && thread.turn == null; // who waits for another lane has not done all it did
      if (keepsJvm && (!sleeps || ending.isMain(thread.thread))) {
        return true;
      }
    }
    return false;
  }

  /** Whether another one runs than this and the current one. */
  boolean othersRun(@Nullable ThreadLane thread) {
    return othersRun(thread, lane -> true);
  }

  /** The same of those whose lanes are asked for. */
  boolean othersRun(@Nullable ThreadLane thread, Predicate<Lane> which) {
    for (ThreadLane other : all()) {
      boolean runs = other.thread.getState() == Thread.State.RUNNABLE;
      if (runs
          && !other.waitsAtEnd
          && which.test(other.lane)
          && other != thread
          && other.thread != Thread.currentThread()) {
        return true;
      }
    }
    return false;
  }
}
