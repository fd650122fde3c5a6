package java.tapedeck;

import java.util.Objects;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;

/**
 * Replacements for calls that ask how far a task of a fork/join pool has come. The tasks of other pools keep
 * that where it has a place in the order already.
 *
 * <p>No is the rule, and goes without saying. Who is told otherwise may rely on all that the task did.
 */
public final class TaskQuestions {

  private static final int DONE = 0;
  private static final int CANCELLED = 1;
  private static final int NORMALLY = 2;
  private static final int ABNORMALLY = 3;

  private TaskQuestions() {}

  /** {@link Future#isDone}. */
  public static boolean isDone(Future<?> future) {
    return future instanceof ForkJoinTask<?> task ? ask(task, DONE) : future.isDone();
  }

  /** {@link Future#isCancelled}. */
  public static boolean isCancelled(Future<?> future) {
    return future instanceof ForkJoinTask<?> task ? ask(task, CANCELLED) : future.isCancelled();
  }

  /** {@link ForkJoinTask#isCompletedNormally}. */
  public static boolean isCompletedNormally(ForkJoinTask<?> task) {
    return ask(task, NORMALLY);
  }

  /** {@link ForkJoinTask#isCompletedAbnormally}. */
  public static boolean isCompletedAbnormally(ForkJoinTask<?> task) {
    return ask(task, ABNORMALLY);
  }

  private static boolean ask(ForkJoinTask<?> task, int what) {
    Objects.requireNonNull(task); // a replay asks no task
    Orderer orderer = Order.orderer;
    if (orderer.before(task, 0) != Orderer.GO) {
      for (int times = 0; !task.isDone(); times++) {
        orderer.settle(times);
      }
      return true;
    }
    boolean yes = !orderer.insists() && answer(task, what);
    if (yes) {
      orderer.learned(task, 0, 1);
    } else {
      orderer.taken(task, 0);
    }
    return yes;
  }

  private static boolean answer(ForkJoinTask<?> task, int what) {
    return switch (what) {
      case DONE -> task.isDone();
      case CANCELLED -> task.isCancelled();
      case NORMALLY -> task.isCompletedNormally();
      default -> task.isCompletedAbnormally();
    };
  }
}
