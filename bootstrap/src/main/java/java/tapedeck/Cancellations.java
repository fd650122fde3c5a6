package java.tapedeck;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;

/** Replacements for calls that cancel a task of a fork/join pool, which may be about to run. */
public final class Cancellations {

  private Cancellations() {}

  /** {@link Future#cancel}. */
  public static boolean cancel(Future<?> future, boolean mayInterrupt) {
    Orderer orderer = Order.orderer;
    if (!orderer.keeps() || !(future instanceof ForkJoinTask<?>)) {
      return future.cancel(mayInterrupt);
    }
    long known = orderer.before(future, 0);
    if (orderer.insists()) {
      orderer.begun(future);
      boolean really = future.cancel(mayInterrupt);
      return known == Orderer.GO ? really : known != 0;
    }
    boolean cancelled = future.cancel(mayInterrupt);
    orderer.learned(future, 0, cancelled ? 1 : 0);
    return cancelled;
  }
}
