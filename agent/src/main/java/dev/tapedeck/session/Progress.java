package dev.tapedeck.session;

import java.tapedeck.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** In replay, how many ordered operations a lane has done, and who waits for which of them. */
final class Progress {

  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 2000 : 0;
  private static final long TICK_NS = 1_000_000;
  private static final long NOBODY = Long.MAX_VALUE;

  private volatile long done;
  private volatile long awaited = NOBODY;
  private final List<Waiter> waiters = new ArrayList<>(0);

  private record Waiter(Thread thread, long count, @Nullable Object monitor) {}

  long done() {
    return done;
  }

  boolean reached(long count) {
    return done >= count;
  }

  /** Whether somebody waits for what it has yet to do; who has only to wake up does not. */
  synchronized boolean isAwaited() {
    for (Waiter waiter : waiters) {
      if (waiter.count > done) {
        return true;
      }
    }
    return false;
  }

  /** The lane has done its so manieth operation, and holds the subject if that is a monitor. */
  void reach(long count, Object subject) {
    done = count;
    if (count >= awaited) {
      wake(subject);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a monitor is itself
  private synchronized void wake(Object subject) {
    for (Waiter waiter : waiters) {
      if (done < waiter.count) {
        continue;
      }
      if (waiter.monitor == null) {
        LockSupport.unpark(waiter.thread);
      } else if (waiter.monitor == subject && Thread.holdsLock(subject)) {
        subject.notifyAll();
      }
    }
  }

  /** Spins for a moment; true when the lane has come so far meanwhile. */
  boolean reachedSoon(long count) {
    for (int i = 0; i < SPINS; i++) {
      if (done >= count) {
        return true;
      }
      Thread.onSpinWait();
    }
    return done >= count;
  }

  /**
   * Waits a little until the lane has done so many; returns early for no reason.
   *
   * @param monitor what the current thread gives back meanwhile; null for nothing
   */
  @SuppressWarnings("WaitNotInLoop") // the caller's
  void await(long count, @Nullable Object monitor) {
    Waiter waiter = new Waiter(Thread.currentThread(), count, monitor);
    add(waiter);
    boolean interrupted = Thread.interrupted();
    try {
      if (done < count) {
        if (monitor != null) {
          monitor.wait(1);
        } else {
          LockSupport.parkNanos(TICK_NS);
        }
      }
    } catch (InterruptedException theirs) {
      interrupted = true;
    } finally {
      remove(waiter);
      if (interrupted) {
        Interrupts.restore();
      }
    }
  }

  /** Waits a tick, whoever interrupts the program. */
  static void pause() {
    boolean interrupted = Thread.interrupted();
    LockSupport.parkNanos(TICK_NS);
    if (interrupted) {
      Interrupts.restore();
    }
  }

  private synchronized void add(Waiter waiter) {
    waiters.add(waiter);
    awaited = Math.min(awaited, waiter.count);
  }

  @SuppressWarnings("ReferenceEquality") // this very one
  private synchronized void remove(Waiter waiter) {
    for (int i = waiters.size() - 1; i >= 0; i--) {
      if (waiters.get(i) == waiter) {
        waiters.remove(i);
        break;
      }
    }
    long least = NOBODY;
    for (Waiter left : waiters) {
      least = Math.min(least, left.count);
    }
    awaited = least;
  }
}
