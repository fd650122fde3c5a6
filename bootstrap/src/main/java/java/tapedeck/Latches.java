package java.tapedeck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Replacements for calls of {@link CountDownLatch} whose outcome hangs on who is faster. Counting, and
 * waiting without a limit, does not.
 */
public final class Latches {

  private Latches() {}

  /** {@link CountDownLatch#await(long, TimeUnit)}. */
  public static boolean await(CountDownLatch latch, long time, TimeUnit unit)
      throws InterruptedException {
    Orderer orderer = Order.orderer;
    if (!orderer.keeps()) {
      return latch.await(time, unit);
    }
    if (orderer.before(latch, 0) != Orderer.GO) {
      return false;
    }
    boolean open = true;
    try {
      if (orderer.insists()) {
        latch.await();
      } else {
        open = latch.await(time, unit);
      }
    } catch (InterruptedException thrown) {
      orderer.failed(latch, 0, thrown);
      throw thrown;
    }
    if (open) {
      orderer.taken(latch, 0);
    } else {
      orderer.learned(latch, 0, 0);
    }
    return open;
  }

  /** {@link CountDownLatch#getCount}. */
  public static long getCount(CountDownLatch latch) {
    return Held.ask(latch, false);
  }
}
