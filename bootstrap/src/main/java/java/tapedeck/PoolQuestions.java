package java.tapedeck;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * Replacements for calls that ask a pool whether it is through, or wait until it is: of the JDK's pools in
 * whose own code nothing has a place in the order. Who is told so may rely on all that its tasks did.
 */
public final class PoolQuestions {

  /** A thread for each task; JDK 21. */
  private static final String PER_TASK = "java.util.concurrent.ThreadPerTaskExecutor";

  private PoolQuestions() {}

  /** {@link ExecutorService#isTerminated}. No is the rule, and goes without saying. */
  public static boolean isTerminated(ExecutorService pool) {
    Orderer orderer = Order.orderer;
    if (!isMeant(orderer, pool)) {
      return pool.isTerminated();
    }
    if (orderer.before(pool, 0) != Orderer.GO) {
      awaitEnd(orderer, pool);
      return true;
    }
    return told(orderer, pool, !orderer.insists() && pool.isTerminated());
  }

  /** {@link ForkJoinPool#isQuiescent}. The same. */
  public static boolean isQuiescent(ForkJoinPool pool) {
    Orderer orderer = Order.orderer;
    if (orderer.before(pool, 0) != Orderer.GO) {
      int idle = 0; // others may have handed it something again, and wait for the one who asks
      for (int times = 0; idle < Orderer.IDLE && !pool.isQuiescent(); times++) {
        idle = orderer.settle(times) ? 0 : idle + 1;
      }
      return true;
    }
    return told(orderer, pool, !orderer.insists() && pool.isQuiescent());
  }

  /** {@link ExecutorService#awaitTermination}. Yes is the rule. */
  public static boolean awaitTermination(ExecutorService pool, long time, TimeUnit unit)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (!isMeant(orderer, pool)) {
      return pool.awaitTermination(time, unit);
    }
    Objects.requireNonNull(unit);
    if (orderer.before(pool, 0) != Orderer.GO) {
      return false;
    }
    boolean ended = true;
    if (orderer.insists()) {
      awaitEnd(orderer, pool);
    } else {
      try {
        ended = pool.awaitTermination(time, unit);
      } catch (InterruptedException thrown) {
        orderer.failed(pool, 0, thrown);
        throw thrown;
      }
    }
    return got(orderer, pool, ended);
  }

  /** {@link ForkJoinPool#awaitQuiescence}. The same. */
  public static boolean awaitQuiescence(ForkJoinPool pool, long time, TimeUnit unit) {
    Objects.requireNonNull(unit);
    Orderer orderer = Order.orderer;
    if (orderer.before(pool, 0) != Orderer.GO) {
      return false;
    }
    if (orderer.insists()) {
      int idle = 0;
      for (int times = 0; idle < Orderer.IDLE; times++) {
        if (pool.awaitQuiescence(1, TimeUnit.MILLISECONDS)) {
          break;
        }
        idle = orderer.settle(times) ? 0 : idle + 1;
      }
      return got(orderer, pool, true);
    }
    return got(orderer, pool, pool.awaitQuiescence(time, unit));
  }

  private static boolean isMeant(Orderer orderer, ExecutorService pool) {
    return orderer.keeps()
        && (pool instanceof ForkJoinPool || pool.getClass().getName().equals(PER_TASK));
  }

  private static void awaitEnd(Orderer orderer, ExecutorService pool) {
    for (int times = 0; !pool.isTerminated(); times++) {
      orderer.settle(times);
    }
  }

  private static boolean told(Orderer orderer, ExecutorService pool, boolean yes) {
    if (yes) {
      orderer.learned(pool, 0, 1);
    } else {
      orderer.taken(pool, 0);
    }
    return yes;
  }

  private static boolean got(Orderer orderer, ExecutorService pool, boolean yes) {
    if (yes) {
      orderer.taken(pool, 0);
    } else {
      orderer.learned(pool, 0, 0);
    }
    return yes;
  }
}
