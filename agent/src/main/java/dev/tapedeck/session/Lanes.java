package dev.tapedeck.session;

import java.tapedeck.Hashes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Which lane each thread runs.
 *
 * <p>Keyed by thread id, never by the thread: its hash code would be an identity hash code.
 */
final class Lanes {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SEED = offset("threadLocalRandomSeed");
  private static final long PROBE = offset("threadLocalRandomProbe");
  private static final long SECONDARY = offset("threadLocalRandomSecondarySeed");

  private static final String INITIALIZER = "static initialiser";

  @SuppressWarnings("ThreadLocalUsage") // there is one Lanes in a process
  private final ThreadLocal<@Nullable ThreadLane> current = new ThreadLocal<>();

  private final ConcurrentHashMap<Long, Lane> starting = new ConcurrentHashMap<>();

  /** Threads that work for a door that was recorded: a replay has none of them. */
  private final ConcurrentHashMap<Long, Boolean> behindDoors = new ConcurrentHashMap<>();

  /** What is to be done before they may. */
  private Runnable beforeSeveral = new Nothing();

  /** Whether lanes may meet: whether the program has ever started a second one. */
  boolean several;

  private final Carriers carriers = new Carriers();
  private final WaitingTasks submitted = new WaitingTasks();
  private final Roots roots = new Roots();
  private final Set<String> classes = new HashSet<>();
  private final HashState hashState;
  private final long runSeed;

  /**
   * Begins with no lane.
   *
   * @param runSeed what the seeds of all lanes hang on; the same in a recording and its replay
   */
  Lanes(HashState hashState, long runSeed) {
    this.hashState = hashState;
    this.runSeed = runSeed;
  }

  /**
   * The lane of the program's main thread, for the current thread.
   *
   * @param beforeSeveral what is to be done before the program has a second one
   */
  void beginMain(Runnable beforeSeveral) {
    this.beforeSeveral = beforeSeveral;
    Lane main = new Lane(null, 0, Thread.currentThread().getName());
    seed(main, Thread.currentThread());
    current.set(new ThreadLane(main));
  }

  /** Where the current thread's random numbers stand. */
  static long randomSeed() {
    return UNSAFE.getLong(Thread.currentThread(), SEED);
  }

  /** Puts them back there: what was drawn meanwhile, a replay does not draw. */
  static void putRandomSeed(long seed) {
    UNSAFE.putLong(Thread.currentThread(), SEED, seed);
  }

  /** What the current thread runs; null for a thread of our own, or one that works for a door. */
  @Nullable
  ThreadLane current() {
    ThreadLane found = current.get();
    return found != null ? found : adopt();
  }

  private @Nullable ThreadLane adopt() {
    Thread thread = Thread.currentThread();
    Lane lane = thread instanceof ExitThread exit ? exit.lane : starting.remove(thread.getId());
    if (thread instanceof AgentThread || lane == null && behindDoors.containsKey(thread.getId())) {
      return null;
    }
    if (lane == null) {
      lane = roots.lane(thread);
      seed(lane, thread);
    }
    ThreadLane threadLane = new ThreadLane(lane);
    current.set(threadLane);
    hashState.still(thread);
    return threadLane;
  }

  /** The current lane starts a thread. */
  void starting(Thread thread) {
    ThreadLane parent = current();
    boolean isOurs = thread instanceof AgentThread
        || thread instanceof WireThread
        || thread instanceof Rescues.Rescuer;
    if (parent == null
        && !isOurs
        && behindDoors.containsKey(Thread.currentThread().getId())) {
      behindDoors.put(thread.getId(), true);
    }
    if (parent == null || isOurs || thread.getState() != Thread.State.NEW) {
      return;
    }
    if (parent.depth > 0) { // where only a recording goes
      if (parent.door != null) {
        behindDoors.put(thread.getId(), true);
      }
      return;
    }
    becomeSeveral(parent);
    Lane lane = new Lane(parent.lane, ++parent.lane.children, thread.getName());
    seed(lane, thread);
    starting.put(thread.getId(), lane);
  }

  /** From now on lanes may meet. */
  private void becomeSeveral(ThreadLane thread) {
    if (!several) {
      asOurs(beforeSeveral, thread);
      several = true;
    }
  }

  /** Does on a thread of the program what is ours: no question of it counts. */
  void asOurs(Runnable work) {
    ThreadLane thread = current();
    if (thread == null) {
      work.run();
    } else {
      asOurs(work, thread);
    }
  }

  private static void asOurs(Runnable work, ThreadLane thread) {
    thread.depth++;
    try {
      work.run();
    } finally {
      thread.depth--;
    }
  }

  /** The current thread begins. */
  void running() {
    current();
  }

  /** The current thread has ended. */
  void ended(Thread thread) {
    starting.remove(thread.getId());
    behindDoors.remove(thread.getId());
  }

  /** The current lane hands a task to an executor. */
  void submitted(Object task) {
    ThreadLane parent = current();
    if (parent != null && parent.depth == 0) {
      becomeSeveral(parent);
      Lane lane = new Lane(parent.lane, ++parent.lane.children, "");
      lane.hashes.seed(runSeed ^ lane.place());
      submitted.add(task, lane);
    }
  }

  /**
   * The current lane hands a task to a fork/join pool. Virtual threads do that whenever they go on, and
   * futures have given their tasks lanes before.
   */
  void pooled(Object pool, Object task) {
    if (!carriers.isOf(pool) && !submitted.has(task)) {
      submitted(task);
    }
  }

  /** The lane of a task that waits; null for one that does not. */
  @Nullable
  Lane waiting(Object task) {
    return submitted.peek(task);
  }

  /** A lane for what happens beside the one that the thread runs. */
  static Lane aside(ThreadLane thread) {
    return new Lane(thread.lane, ++thread.lane.children, "");
  }

  /** A lane for what comes over a wire that the current lane has begun. */
  Lane wired(ThreadLane thread, String threadName) {
    becomeSeveral(thread);
    Lane lane = new Lane(thread.lane, ++thread.lane.children, threadName);
    lane.hashes.seed(runSeed ^ lane.place());
    lane.randomSeed = randomSeed(lane);
    return lane;
  }

  /** The current thread is ours, and is about to tell what comes over a wire that has the lane. */
  void tellsOver(Lane lane) {
    takesUp(lane);
    hashState.still(Thread.currentThread());
  }

  private void takesUp(Lane lane) {
    Thread thread = Thread.currentThread();
    UNSAFE.putLong(thread, SEED, lane.randomSeed);
    UNSAFE.putInt(thread, PROBE, (int) (lane.place() >>> 32) | 1);
    current.set(new ThreadLane(lane));
  }

  /** Another thread may go on where the current one has told. */
  void toldOver(Lane lane) {
    lane.randomSeed = randomSeed();
  }

  /** The current thread, which is out of sight, runs the lane until it is taken back. */
  Loan lend(Lane lane) {
    Thread thread = Thread.currentThread();
    if (!thread.getName().equals(lane.threadName)) {
      thread.setName(
          lane.threadName); // of those that the program makes meanwhile it may see who does
    }
    Loan loan = new Loan(randomSeed(), hashState.putAway());
    takesUp(lane);
    return loan;
  }

  /** It does no more. */
  void takeBack(Loan loan) {
    current.set(null);
    putRandomSeed(loan.randomSeed());
    hashState.putBack(loan.hashes());
  }

  /** The current thread begins a task: it runs the task's lane until it has ended. */
  void taskBegins(Object task) {
    ThreadLane thread = current();
    Lane lane = thread == null ? null : submitted.poll(task);
    if (thread == null || lane == null) {
      return;
    }
    turn(thread, lane, randomSeed(lane));
  }

  private static void turn(ThreadLane thread, Lane lane, long seed) {
    thread.lane.randomSeed = UNSAFE.getLong(Thread.currentThread(), SEED);
    thread.lane.hint = thread.hint;
    thread.lane = lane;
    thread.hint = lane.hint;
    UNSAFE.putLong(Thread.currentThread(), SEED, seed);
  }

  /** The current thread begins a task, maybe within another: it runs the task's lane until that is left. */
  void taskEntered(Object task) {
    ThreadLane thread = submitted.isEmpty() ? null : current();
    Lane lane = thread == null ? null : submitted.poll(task);
    if (thread != null && lane != null) {
      thread.entered = new ThreadLane.Entered(task, thread.lane, thread.entered);
      turn(thread, lane, randomSeed(lane));
    }
  }

  /** The current thread has done the task. */
  void taskLeft(Object task) {
    ThreadLane thread = current();
    ThreadLane.Entered last = thread == null ? null : thread.entered;
    if (thread != null && last != null && last.task() == task) {
      thread.entered = last.before();
      turn(thread, last.left(), last.left().randomSeed);
    }
  }

  /**
   * The current thread begins the static initialiser of a class. Once there are several lanes, it is
   * chance which of them needs a class first, so the initialiser is a lane of its own.
   */
  void initializes(String className) {
    ThreadLane thread = several ? current() : null;
    if (thread != null) {
      Lane lane;
      synchronized (classes) {
        int again = 1;
        String name = "class " + className;
        while (classes.contains(name)) {
          name = "class " + className + " #" + ++again; // of another class loader
        }
        classes.add(name);
        lane = new Lane(null, Lane.CLASSES + classes.size(), name);
      }
      lane.hashes.seed(runSeed ^ lane.place());
      thread.entered = new ThreadLane.Entered(INITIALIZER, thread.lane, thread.entered);
      turn(thread, lane, randomSeed(lane));
    }
  }

  /** The current thread has ended it. */
  void initialized() {
    if (several) { // may have become so meanwhile: then no initialiser was entered
      taskLeft(INITIALIZER);
    }
  }

  /** The current thread has no task any more: it goes back to its own lane. */
  void taskEnded() {
    ThreadLane thread = current();
    if (thread == null || thread.lane == thread.own) {
      return;
    }
    thread.entered = null;
    turn(thread, thread.own, thread.own.randomSeed);
  }

  /** The object's identity hash code, which the current lane draws if there is none yet. */
  int hash(Object object) {
    ThreadLane thread = current();
    if (thread == null) {
      return System.identityHashCode(object);
    }
    boolean isPrograms =
        thread.depth == 0 && thread.defining == 0 && !isJdks(object.getClass().getName());
    return hashState.draw(object, isPrograms ? thread.lane.hashes : thread.ours);
  }

  /**
   * Whether the JDK makes such objects for itself, and no program looks at their codes. Who needs one
   * first is chance: of what calls something whoever calls it first, also behind doors; of what hangs on
   * futures ({@code CompletableFuture.Completion}) whoever finds them complete; of a {@code ClassValue} on
   * newer JDKs whoever looks at one first, and we do.
   */
  private static boolean isJdks(String type) {
    return type.startsWith("java.lang.invoke.")
        || type.equals("java.lang.ClassValue$Identity")
        || hangsOnFuture(type);
  }

  private static boolean hangsOnFuture(String type) {
    String futures = "java.util.concurrent.CompletableFuture$";
    return type.startsWith(futures)
        && (type.startsWith("Uni", futures.length())
            || type.startsWith("Bi", futures.length())
            || type.startsWith("Or", futures.length()));
  }

  /** The current thread defines a class, or looks for it: until it has, it is no program. */
  void defining() {
    ThreadLane thread = current();
    if (thread != null) {
      thread.defining++;
    }
  }

  /**
   * The current thread has defined a class, or failed to. Gives the class its code, lest the JVM
   * draws one when it links it.
   */
  void defined(@Nullable Class<?> type) {
    ThreadLane thread = current();
    if (thread == null) {
      return;
    }
    if (type != null) {
      if (thread.depth == 0 && thread.defining == 1) {
        LambdaNames.give(type, thread.lane);
      }
      Hashes.identityHashCode(type);
    }
    if (thread.defining > 0) {
      thread.defining--;
    }
  }

  private record Nothing() implements Runnable {
    @Override
    public void run() {}
  }

  /** Gives a lane its seeds, and its thread the random ones it carries. */
  private void seed(Lane lane, Thread thread) {
    long seed = runSeed ^ lane.place();
    lane.hashes.seed(seed);
    UNSAFE.putLong(thread, SEED, randomSeed(lane));
    UNSAFE.putInt(thread, PROBE, (int) (seed >>> 32) | 1); // zero would mean: not seeded
    UNSAFE.putInt(thread, SECONDARY, (int) seed | 1);
  }

  private long randomSeed(Lane lane) {
    return (runSeed ^ lane.place()) * 0xD1342543DE82EF95L;
  }

  private static long offset(String field) {
    return UNSAFE.objectFieldOffset(Thread.class, field);
  }
}
