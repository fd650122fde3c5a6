package java.tapedeck;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Replacements for calls of {@link Semaphore}. Giving permits back needs no place in the order. */
public final class Semaphores {

  private Semaphores() {}

  /** {@link Semaphore#acquire()}. */
  public static void acquire(Semaphore semaphore) throws InterruptedException {
    if (Overrides.has(semaphore, "acquire")) {
      semaphore.acquire();
      return;
    }
    acquire(semaphore, 1);
  }

  /** {@link Semaphore#acquire(int)}. */
  public static void acquire(Semaphore semaphore, int permits) throws InterruptedException {
    if (Overrides.has(semaphore, "acquire")) {
      semaphore.acquire(permits);
      return;
    }
    Orderer orderer = Order.orderer;
    if (!orderer.keeps()) {
      semaphore.acquire(permits);
      return;
    }
    orderer.before(semaphore, 0);
    if (orderer.insists()) {
      semaphore.acquireUninterruptibly(permits);
    } else {
      noteIfTaken(orderer, semaphore, permits);
      try {
        semaphore.acquire(permits);
      } catch (InterruptedException thrown) {
        orderer.failed(semaphore, 0, thrown);
        throw thrown;
      }
    }
    orderer.taken(semaphore, 0);
  }

  /** {@link Semaphore#acquireUninterruptibly()}. */
  public static void acquireUninterruptibly(Semaphore semaphore) {
    if (Overrides.has(semaphore, "acquireUninterruptibly")) {
      semaphore.acquireUninterruptibly();
      return;
    }
    acquireUninterruptibly(semaphore, 1);
  }

  /** {@link Semaphore#acquireUninterruptibly(int)}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int permits) {
    if (Overrides.has(semaphore, "acquireUninterruptibly")) {
      semaphore.acquireUninterruptibly(permits);
      return;
    }
    Orderer orderer = Order.orderer;
    orderer.before(semaphore, 0);
    noteIfTaken(orderer, semaphore, permits);
    semaphore.acquireUninterruptibly(permits);
    orderer.taken(semaphore, 0);
  }

  /** {@link Semaphore#tryAcquire()}. */
  public static boolean tryAcquire(Semaphore semaphore) {
    if (Overrides.has(semaphore, "tryAcquire")) {
      return semaphore.tryAcquire();
    }
    return tryAcquire(semaphore, 1);
  }

  /** {@link Semaphore#tryAcquire(int)}. */
  public static boolean tryAcquire(Semaphore semaphore, int permits) {
    if (Overrides.has(semaphore, "tryAcquire")) {
      return semaphore.tryAcquire(permits);
    }
    Orderer orderer = Order.orderer;
    if (orderer.before(semaphore, 0) != Orderer.GO) {
      return false;
    }
    if (orderer.insists()) {
      semaphore.acquireUninterruptibly(permits);
    } else if (!semaphore.tryAcquire(permits)) {
      orderer.learned(semaphore, 0, 0);
      return false;
    }
    orderer.taken(semaphore, 0);
    return true;
  }

  /** {@link Semaphore#tryAcquire(long, TimeUnit)}. */
  public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit)
      throws InterruptedException {
    if (Overrides.has(semaphore, "tryAcquire")) {
      return semaphore.tryAcquire(time, unit);
    }
    return tryAcquire(semaphore, 1, time, unit);
  }

  /** {@link Semaphore#tryAcquire(int, long, TimeUnit)}. */
  public static boolean tryAcquire(Semaphore semaphore, int permits, long time, TimeUnit unit)
      throws InterruptedException {
    if (Overrides.has(semaphore, "tryAcquire")) {
      return semaphore.tryAcquire(permits, time, unit);
    }
    Orderer orderer = Order.orderer;
    if (orderer.before(semaphore, 0) != Orderer.GO) {
      return false;
    }
    if (orderer.insists()) {
      semaphore.acquireUninterruptibly(permits);
    } else {
      try {
        if (!semaphore.tryAcquire(permits, time, unit)) {
          orderer.learned(semaphore, 0, 0);
          return false;
        }
      } catch (InterruptedException thrown) {
        orderer.failed(semaphore, 0, thrown);
        throw thrown;
      }
    }
    orderer.taken(semaphore, 0);
    return true;
  }

  /** {@link Semaphore#availablePermits}. */
  public static int availablePermits(Semaphore semaphore) {
    if (Overrides.has(semaphore, "availablePermits")) {
      return semaphore.availablePermits();
    }
    return (int) -Held.ask(semaphore, false);
  }

  /** {@link Semaphore#drainPermits}. */
  public static int drainPermits(Semaphore semaphore) {
    if (Overrides.has(semaphore, "drainPermits")) {
      return semaphore.drainPermits();
    }
    Orderer orderer = Order.orderer;
    long known = orderer.before(semaphore, 0);
    if (known != Orderer.GO) {
      semaphore.acquireUninterruptibly((int) known);
      return (int) known;
    }
    int permits = semaphore.drainPermits();
    orderer.learned(semaphore, 0, permits);
    return permits;
  }

  private static void noteIfTaken(Orderer orderer, Semaphore semaphore, int permits) {
    if (semaphore.availablePermits() < permits) {
      orderer.blocked(semaphore, 0);
    }
  }
}
