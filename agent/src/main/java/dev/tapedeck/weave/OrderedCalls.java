package dev.tapedeck.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of the JDK at which lanes meet. */
final class OrderedCalls {

  static final String THREAD = "java/lang/Thread";

  private static final String HOOKS = "java/tapedeck/";
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String LOCKS = CONCURRENT + "locks/";
  private static final String SYNCHRONIZER = LOCKS + "AbstractQueuedSynchronizer";
  private static final String STAMPED = HOOKS + "StampedLocks";
  private static final String QUESTIONS = HOOKS + "LockQuestions";
  private static final String[] THREAD_CALLS = {
    "interrupted", "interrupt", "isInterrupted", "isAlive", "getState"
  };
  private static final String[] TASKS = {
    "Future",
    "ScheduledFuture",
    "RunnableFuture",
    "ForkJoinTask",
    "RecursiveAction",
    "RecursiveTask"
  };
  private static final String COUNTED = "CountedCompleter";
  private static final String POOLS = HOOKS + "PoolQuestions";
  private static final String TIMED = "(JLjava/util/concurrent/TimeUnit;)Z";

  private OrderedCalls() {}

  static void list(Replacements all) {
    String[] locks = {
      "Lock", "ReentrantLock", "ReentrantReadWriteLock$ReadLock", "ReentrantReadWriteLock$WriteLock"
    };
    for (String lock : locks) {
      // the receivers are passed on as what they are all called: a Lock
      lock(all, LOCKS + lock, "lock", "()V");
      lock(all, LOCKS + lock, "lockInterruptibly", "()V");
      lock(all, LOCKS + lock, "tryLock", "()Z");
      lock(all, LOCKS + lock, "tryLock", TIMED);
    }
    lock(all, LOCKS + "Lock", "unlock", "()V");
    stamped(all);
    questions(all);
    String condition = LOCKS + "Condition";
    String conditions = HOOKS + "Conditions";
    all.leading(conditions, condition, "await", "()V");
    all.leading(conditions, condition, "await", TIMED);
    all.leading(conditions, condition, "awaitNanos", "(J)J");
    all.leading(conditions, condition, "awaitUninterruptibly", "()V");
    all.leading(conditions, condition, "awaitUntil", "(Ljava/util/Date;)Z");
    String semaphore = CONCURRENT + "Semaphore";
    String semaphores = HOOKS + "Semaphores";
    for (String permits : new String[] {"", "I"}) {
      all.leading(semaphores, semaphore, "acquire", "(" + permits + ")V");
      all.leading(semaphores, semaphore, "acquireUninterruptibly", "(" + permits + ")V");
      all.leading(semaphores, semaphore, "tryAcquire", "(" + permits + ")Z");
      all.leading(semaphores, semaphore, "tryAcquire", "(" + permits + TIMED.substring(1));
    }
    all.leading(semaphores, semaphore, "availablePermits", "()I");
    all.leading(semaphores, semaphore, "drainPermits", "()I");
    String latch = CONCURRENT + "CountDownLatch";
    all.leading(HOOKS + "Latches", latch, "await", TIMED);
    all.leading(HOOKS + "Latches", latch, "getCount", "()J");
    for (String task : TASKS) {
      all.leading(
          HOOKS + "Cancellations", CONCURRENT + task, CONCURRENT + "Future", "cancel", "(Z)Z");
      tasks(all, task, "isDone");
      tasks(all, task, "isCancelled");
    }
    pools(all);
    all.leadingStatic(
        HOOKS + "Blockers", CONCURRENT + "ForkJoinWorkerThread", "hasKnownQueuedWork", "()Z");
    String interrupts = HOOKS + "Interrupts";
    all.leadingStatic(interrupts, THREAD, "interrupted", "()Z");
    all.leading(interrupts, THREAD, "interrupt", "()V");
    all.leading(interrupts, THREAD, "isInterrupted", "()Z");
    all.leading(interrupts, THREAD, "isAlive", "()Z");
    all.leading(interrupts, THREAD, "getState", "()Ljava/lang/Thread$State;");
  }

  private static void tasks(Replacements all, String task, String name) {
    all.leading(HOOKS + "TaskQuestions", CONCURRENT + task, CONCURRENT + "Future", name, "()Z");
  }

  private static void pools(Replacements all) {
    String questions = HOOKS + "TaskQuestions";
    String forked = CONCURRENT + "ForkJoinTask";
    for (String task : new String[] {"ForkJoinTask", "RecursiveAction", "RecursiveTask", COUNTED}) {
      all.leading(questions, CONCURRENT + task, forked, "isCompletedNormally", "()Z");
      all.leading(questions, CONCURRENT + task, forked, "isCompletedAbnormally", "()Z");
    }
    tasks(all, COUNTED, "isDone");
    tasks(all, COUNTED, "isCancelled");
    String service = CONCURRENT + "ExecutorService";
    for (String pool :
        new String[] {"ExecutorService", "AbstractExecutorService", "ForkJoinPool"}) {
      all.leading(POOLS, CONCURRENT + pool, service, "isTerminated", "()Z");
      all.leading(POOLS, CONCURRENT + pool, service, "awaitTermination", TIMED);
    }
    all.leading(POOLS, CONCURRENT + "ForkJoinPool", "isQuiescent", "()Z");
    all.leading(POOLS, CONCURRENT + "ForkJoinPool", "awaitQuiescence", TIMED);
  }

  private static void stamped(Replacements all) {
    String lock = LOCKS + "StampedLock";
    String timed = "(JLjava/util/concurrent/TimeUnit;)J";
    for (String kind : new String[] {"Write", "Read"}) {
      String simple = kind.equals("Write") ? "writeLock" : "readLock";
      all.leading(STAMPED, lock, simple, "()J");
      all.leading(STAMPED, lock, simple + "Interruptibly", "()J");
      all.leading(STAMPED, lock, "try" + kind + "Lock", "()J");
      all.leading(STAMPED, lock, "try" + kind + "Lock", timed);
      all.leading(STAMPED, lock, "tryConvertTo" + kind + "Lock", "(J)J");
    }
    all.leading(STAMPED, lock, "tryConvertToOptimisticRead", "(J)J");
    all.leading(STAMPED, lock, "tryOptimisticRead", "()J");
    all.leading(STAMPED, lock, "validate", "(J)Z");
    all.leading(STAMPED, lock, "unlockWrite", "(J)V");
    all.leading(STAMPED, lock, "unlock", "(J)V");
    all.leading(STAMPED, lock, "tryUnlockWrite", "()Z");
  }

  private static void questions(Replacements all) {
    String waiters = "(L" + LOCKS + "Condition;)";
    for (String lock : new String[] {"ReentrantLock", "ReentrantReadWriteLock"}) {
      all.leading(QUESTIONS, LOCKS + lock, "hasQueuedThreads", "()Z");
      all.leading(QUESTIONS, LOCKS + lock, "hasQueuedThread", "(Ljava/lang/Thread;)Z");
      all.leading(QUESTIONS, LOCKS + lock, "getQueueLength", "()I");
      all.leading(QUESTIONS, LOCKS + lock, "hasWaiters", waiters + "Z");
      all.leading(QUESTIONS, LOCKS + lock, "getWaitQueueLength", waiters + "I");
    }
    all.leading(QUESTIONS, LOCKS + "ReentrantLock", "isLocked", "()Z");
    for (String lock : new String[] {"ReentrantReadWriteLock", "StampedLock"}) {
      all.leading(QUESTIONS, LOCKS + lock, "isWriteLocked", "()Z");
      all.leading(QUESTIONS, LOCKS + lock, "getReadLockCount", "()I");
    }
    all.leading(QUESTIONS, LOCKS + "StampedLock", "isReadLocked", "()Z");
    all.leading(QUESTIONS, CONCURRENT + "Semaphore", "hasQueuedThreads", "()Z");
    all.leading(QUESTIONS, CONCURRENT + "Semaphore", "getQueueLength", "()I");
  }

  /** Whether a method of threads has the name; they are named through a subclass when that subclass calls them. */
  static boolean isOfThread(String name) {
    for (String known : THREAD_CALLS) {
      if (known.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static final String[] SYNCHRONIZER_CALLS = {
    "acquire (I)V",
    "acquireShared (I)V",
    "acquireInterruptibly (I)V",
    "acquireSharedInterruptibly (I)V",
    "tryAcquireNanos (IJ)Z",
    "tryAcquireSharedNanos (IJ)Z",
    "release (I)Z",
    "releaseShared (I)Z",
    "getState ()I",
    "compareAndSetState (II)Z",
  };

  /** The replacement of a call that a synchronizer's subclass inherits; null for another. */
  static @Nullable Replacement ofSynchronizer(String name, String descriptor) {
    String call = name + ' ' + descriptor;
    for (String known : SYNCHRONIZER_CALLS) {
      if (known.equals(call)) {
        return Replacement.plain(HOOKS + "Acquisitions", name, SYNCHRONIZER, descriptor);
      }
    }
    return null;
  }

  /** What classes of the program inherit from locks, semaphores, latches and tasks, and name as their own. */
  private static final String[] INHERITED = {
    "lock",
    "lockInterruptibly",
    "tryLock",
    "unlock",
    "acquire",
    "acquireUninterruptibly",
    "tryAcquire",
    "availablePermits",
    "drainPermits",
    "await",
    "getCount",
    "isDone",
    "isCancelled",
    "isCompletedNormally",
    "isCompletedAbnormally"
  };

  /** Whether a method of locks and the like has the name. */
  static boolean isInherited(String name) {
    return List.of(INHERITED).contains(name);
  }

  static boolean isConcurrent(String owner) {
    return owner.startsWith(CONCURRENT);
  }

  static void announce(DoorScan scan) {
    for (String name : INHERITED) {
      scan.name(name);
    }
    for (String call : SYNCHRONIZER_CALLS) {
      scan.name(call.substring(0, call.indexOf(' ')));
    }
    for (String call : THREAD_CALLS) {
      scan.name(call);
    }
  }

  private static void lock(Replacements all, String owner, String name, String descriptor) {
    all.leading(HOOKS + "Locks", owner, LOCKS + "Lock", name, descriptor);
  }
}
