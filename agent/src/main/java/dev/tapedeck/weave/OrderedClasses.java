package dev.tapedeck.weave;

import dev.tapedeck.tape.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The JDK's classes in which lanes meet on the program's behalf. They are woven as if they were the
 * program's own, with all that has a place in the order.
 *
 * <p>Not in the list is what the JDK also uses for itself, on whichever thread comes first: calls of
 * that from the program are ordered where they stand.
 */
final class OrderedClasses {

  private static final String CONCURRENT = "java/util/concurrent/";

  private static final String STREAM = "java/util/stream/";

  /** With all their nested classes. */
  private static final List<String> NAMES = List.of(
      CONCURRENT + "AbstractExecutorService",
      CONCURRENT + "ArrayBlockingQueue",
      CONCURRENT + "CompletableFuture",
      CONCURRENT + "CountedCompleter",
      CONCURRENT + "CyclicBarrier",
      CONCURRENT + "DelayQueue",
      CONCURRENT + "Exchanger",
      CONCURRENT + "ExecutorCompletionService",
      CONCURRENT + "Executors",
      CONCURRENT + "FutureTask",
      CONCURRENT + "Joiners",
      CONCURRENT + "LinkedBlockingDeque",
      CONCURRENT + "LinkedBlockingQueue",
      CONCURRENT + "LinkedTransferQueue",
      CONCURRENT + "Phaser",
      CONCURRENT + "PriorityBlockingQueue",
      CONCURRENT + "ScheduledThreadPoolExecutor",
      CONCURRENT + "StructuredTaskScope",
      CONCURRENT + "StructuredTaskScopeImpl",
      CONCURRENT + "SubmissionPublisher",
      CONCURRENT + "SynchronousQueue",
      CONCURRENT + "ThreadPoolExecutor",
      "java/lang/StringBuffer",
      "java/util/Hashtable",
      "java/util/Observable",
      STREAM + "AbstractShortCircuitTask",
      STREAM + "Collectors",
      STREAM + "DistinctOps",
      STREAM + "FindOps",
      STREAM + "ForEachOps",
      STREAM + "MatchOps",
      STREAM + "SliceOps",
      STREAM + "StreamSpliterators",
      "java/util/TaskQueue",
      "java/util/Timer",
      "java/util/TimerTask",
      "java/util/TimerThread",
      "java/util/Vector");

  /** Threads that share it draw from it without a lock. */
  private static final String RANDOM = "java/util/Random";

  private static final String SYNCHRONIZED = "java/util/Collections$Synchronized";

  /**
   * Their methods that take a function read and set in a loop, and their texts are asked for by whoever
   * prints; other calls of them are ordered where they stand.
   */
  private static final String ATOMIC = CONCURRENT + "atomic/";

  private static final Set<String> OWNERS = new HashSet<>(NAMES);

  private OrderedClasses() {}

  /** The same of a class's name as the program knows it. */
  static boolean isByName(String name, Tier order) {
    return name.startsWith("java.") && is(name.replace('.', '/'), order);
  }

  static boolean isAtomic(String name) {
    return name.startsWith(ATOMIC);
  }

  /** Whether a method of an atomic counts within, and not where it is called. */
  static boolean isWithin(String owner, String method, String descriptor) {
    return method.equals("toString")
        || owner.startsWith(ATOMIC + "Atomic") && descriptor.contains("Ljava/util/function/");
  }

  static boolean is(String name, Tier order) {
    if (!order.holds(Tier.LOCKS)) {
      return false;
    }
    if (isAtomic(name) || name.equals(RANDOM)) {
      return order.holds(Tier.FULL);
    }
    if (!name.startsWith("java/util/") && !name.startsWith("java/lang/StringB")) {
      return false;
    }
    if (name.startsWith(SYNCHRONIZED)) {
      return true;
    }
    int nested = name.indexOf('$');
    return OWNERS.contains(nested < 0 ? name : name.substring(0, nested));
  }
}
