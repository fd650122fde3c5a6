package dev.tapedeck.session;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** The lanes of threads that no lane started: the JVM's own (a finalizer, a signal's, the last one), a pool's. */
final class Roots {

  private final Map<String, Root> roots = new HashMap<>();

  /** The lane of the thread, which has none yet. */
  synchronized Lane lane(Thread thread) {
    String threadName = thread.getName();
    Lane known = thread instanceof LastThread ? laneOf(threadName) : null;
    if (known != null) {
      return known;
    }
    for (int another = 1; ; another++) {
      String name = another == 1 ? threadName : threadName + " #" + another;
      Root root = roots.get(name);
      if (root == null) {
        int first = isWorker(thread) ? Lane.WORKERS : 1;
        root = new Root(new Lane(null, first + roots.size(), name));
        roots.put(name, root);
      } else if (root.isTaken()) {
        continue;
      }
      root.thread = new WeakReference<>(thread);
      return root.lane;
    }
  }

  /** The lane of a thread that is called so by now; it may have had no name when it was first seen. */
  private @Nullable Lane laneOf(String threadName) {
    for (Root root : roots.values()) {
      Thread owner = root.thread.get();
      if (owner != null && owner.getName().equals(threadName)) {
        return root.lane;
      }
    }
    return null;
  }

  /** Whether it runs tasks of a fork/join pool. */
  private static boolean isWorker(Thread thread) {
    return thread instanceof ForkJoinWorkerThread
        || thread instanceof Rescues.Rescuer
        || thread.getClass().getName().equals("java.util.concurrent.DelayScheduler");
  }

  /** One of them, and the thread that runs it; one after the other if they are called the same. */
  private static final class Root {
    final Lane lane;
    WeakReference<@Nullable Thread> thread = new WeakReference<>(null);

    Root(Lane lane) {
      this.lane = lane;
    }

    boolean isTaken() {
      Thread owner = thread.get();
      return owner != null && owner.isAlive();
    }
  }
}
