package dev.tapedeck.session;

import java.tapedeck.Hashes;
import java.tapedeck.Interrupts;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * In replay, runs fork/join tasks that somebody waits for while no thread of their pool is free: those
 * threads may all be waiting for their turns, which the recording's were not when it ran the task.
 */
final class Rescues {

  /** Runs one task, in that task's lane. */
  static final class Rescuer extends Thread {
    private final ForkJoinTask<?> task;
    private boolean hasBegun;

    private Rescuer(ForkJoinTask<?> task) {
      super(null, null, "tapedeck-rescue", 0, false);
      this.task = task;
      setDaemon(true);
    }

    @Override
    public void run() {
      task.quietlyInvoke();
    }
  }

  /** Begins to. */
  private record Rescue(ForkJoinTask<?> task) implements Runnable {
    @Override
    public void run() {
      new Rescuer(task).start();
    }
  }

  private static final String DELAYED = "java.util.concurrent.DelayScheduler$ScheduledForkJoinTask";

  private final Lanes lanes;
  private final LanesOnTape tape;
  private final Map<Integer, ForkJoinTask<?>> byLane = new HashMap<>();
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
  private final ArrayDeque<Integer> oldest = new ArrayDeque<>();
  /** What has a time to wait, and has run in the recording, but has not begun yet. */
  private final Set<Object> delayed = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<ForkJoinTask<?>> rescued = Collections.newSetFromMap(new IdentityHashMap<>());

  Rescues(Lanes lanes, LanesOnTape tape) {
    this.lanes = lanes;
    this.tape = tape;
  }

  /** A task waits in a pool. */
  synchronized void waits(ForkJoinTask<?> task, int lane) {
    if (lane >= 0 && numbers.put(task, lane) == null) {
      byLane.put(lane, task);
      oldest.add(lane);
      if (isDelayed(task)) {
        delayed.add(task);
      }
    }
  }

  /** Whether the task waits for a time to pass: it may be cancelled before. */
  static boolean isDelayed(Object task) {
    return task.getClass().getName().equals(DELAYED);
  }

  /** The current thread runs a task that has a time to wait. */
  synchronized void begins(Object task) {
    if (Hashes.mayBeGiven(task) && delayed.remove(task)) {
      notifyAll();
    }
  }

  /** Returns when the task runs, or has run, if it was not cancelled before when it was recorded. */
  synchronized void awaitBegin(Object task) {
    boolean interrupted = false;
    while (Hashes.mayBeGiven(task) && delayed.contains(task)) {
      Integer lane = numbers.get(task);
      if (lane != null) {
        start(lane);
      }
      try {
        wait();
      } catch (InterruptedException theirs) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Interrupts.restore();
    }
  }

  /** A thread is about to run the task: whether it may, and nobody else does. */
  synchronized boolean mayRun(Object task) {
    if (Thread.currentThread() instanceof Rescuer rescuer && rescuer.task == task) {
      boolean isFirst = !rescuer.hasBegun; // it may find the task once more, in the pool
      rescuer.hasBegun = true;
      return isFirst;
    }
    if (!Hashes.mayBeGiven(task)) {
      return true; // it has not been in a pool, and gets no code in a recording either
    }
    Integer lane = numbers.remove(task);
    if (lane != null) {
      byLane.remove(lane);
      return true;
    }
    return !rescued.contains(task);
  }

  /** Has the lane run, or the one that is to start it, if it waits in a pool. */
  void rescue(int lane) {
    for (int waiting = lane; waiting >= 0; waiting = tape.parent(waiting)) {
      if (start(waiting)) {
        return;
      }
    }
  }

  /** Has the task run that has waited longest. */
  void rescueAny() {
    while (true) {
      Integer lane;
      synchronized (this) {
        lane = oldest.poll();
      }
      if (lane == null || start(lane)) {
        return;
      }
    }
  }

  private boolean start(int lane) {
    ForkJoinTask<?> task = take(lane);
    if (task != null) {
      lanes.asOurs(new Rescue(task));
    }
    return task != null;
  }

  private synchronized @Nullable ForkJoinTask<?> take(int lane) {
    ForkJoinTask<?> task = byLane.remove(lane);
    if (task != null) {
      numbers.remove(task);
      rescued.add(task);
    }
    return task;
  }
}
