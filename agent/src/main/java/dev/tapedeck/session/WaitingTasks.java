package dev.tapedeck.session;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.tapedeck.Hashes;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of the tasks that wait in an executor, oldest first: the same task may be there more than
 * once.
 *
 * <p>A task that is taken out again, and never runs, must not stay in memory because of us.
 */
final class WaitingTasks {

  private final Map<Task, ArrayDeque<Lane>> lanes = new HashMap<>();
  private volatile int waits;
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  synchronized void add(Object task, Lane lane) {
    for (Object old = gone.poll(); old != null; old = gone.poll()) {
      lanes.remove(old);
    }
    Task key = new Task(task, gone);
    ArrayDeque<Lane> waiting = lanes.get(key);
    if (waiting == null) {
      waiting = new ArrayDeque<>(1);
      lanes.put(key, waiting);
    }
    waiting.add(lane);
    waits = lanes.size();
  }

  /** Whether none waits. */
  boolean isEmpty() {
    return waits == 0;
  }

  synchronized boolean has(Object task) {
    return Hashes.mayBeGiven(task) && lanes.containsKey(new Task(task, null));
  }

  /** The lane of a task that will begin; null for one that is not known. */
  synchronized @Nullable Lane peek(Object task) {
    if (!Hashes.mayBeGiven(task)) {
      return null;
    }
    ArrayDeque<Lane> waiting = lanes.get(new Task(task, null));
    return waiting == null ? null : waiting.peek();
  }

  /** The lane of a task that begins; null for one that is not known. */
  synchronized @Nullable Lane poll(Object task) {
    if (!Hashes.mayBeGiven(task)) {
      return null;
    }
    Task key = new Task(task, null);
    ArrayDeque<Lane> waiting = lanes.get(key);
    Lane lane = waiting == null ? null : waiting.poll();
    if (waiting != null && waiting.isEmpty()) {
      lanes.remove(key);
      waits = lanes.size();
    }
    return lane;
  }

  /** A task as itself, whatever it takes for its equal. */
  private static final class Task extends WeakReference<Object> {

    private final int hash;

    Task(Object task, @Nullable ReferenceQueue<Object> gone) {
      super(task, gone);
      this.hash =
          Hashes.identityHashCode(task); // the lane that submits it asks first, in both modes
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Task task && get() != null && task.get() == get();
    }
  }
}
