package java.tapedeck;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * What a fork/join pool is given in the place of a blocker. How often the pool asks it hangs on how busy
 * the pool is, and what it answers may be an ordered operation.
 */
public final class Blockers {

  private Blockers() {}

  /**
   * {@code ForkJoinWorkerThread.hasKnownQueuedWork}, by which a transfer queue (JDK 25) decides whether its
   * thread spins before it waits. What is queued at the carrier of a virtual thread is chance; yes spares
   * the spinning, of which each turn would count.
   */
  public static boolean hasKnownQueuedWork() {
    return true;
  }

  /** Stands before {@link ForkJoinPool#managedBlock}. */
  public static @Nullable ManagedBlocker blocks(@Nullable ManagedBlocker theirs) {
    return theirs == null || !Order.orderer.keeps() ? theirs : new Blocking(theirs);
  }

  /** Stands before {@code ForkJoinPool.helpAsyncBlocker}. */
  public static @Nullable ManagedBlocker helps(@Nullable ManagedBlocker theirs) {
    return theirs == null || !Order.orderer.keeps() ? theirs : new Helping(theirs);
  }

  /** Is asked once for each time that it blocks. No record: those link their methods when they are called. */
  private static final class Blocking implements ManagedBlocker {

    private final ManagedBlocker theirs;

    Blocking(ManagedBlocker theirs) {
      this.theirs = theirs;
    }

    @Override
    public boolean isReleasable() {
      return false;
    }

    @Override
    public boolean block() throws InterruptedException {
      return theirs.isReleasable() || theirs.block();
    }
  }

  /**
   * Lets a thread that is about to wait run other tasks first, as long as that waits for it.
   *
   * <p>In a replay it runs none: what one of them waits for may be what this thread does afterwards.
   */
  private static final class Helping implements ManagedBlocker {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private final ManagedBlocker theirs;

    Helping(ManagedBlocker theirs) {
      this.theirs = theirs;
    }

    @Override
    public boolean isReleasable() {
      return Order.orderer.insists() || Waiter.isOver(theirs);
    }

    @Override
    public boolean block() throws InterruptedException {
      return theirs.block();
    }

    /** One that waits for a future; nobody can tell it that the future is there before it waits. */
    private static final class Waiter {

      private static final @Nullable Class<?> TYPE = type();
      private static final long DEADLINE = offset("deadline");
      private static final long INTERRUPTIBLE = offset("interruptible");

      static boolean isOver(ManagedBlocker blocker) {
        if (blocker.getClass() != TYPE) {
          return blocker.isReleasable();
        }
        long deadline = UNSAFE.getLong(blocker, DEADLINE);
        return deadline != 0 && deadline - System.nanoTime() <= 0
            || UNSAFE.getBoolean(blocker, INTERRUPTIBLE)
                && Thread.currentThread().isInterrupted();
      }

      private static long offset(String field) {
        return TYPE == null ? 0 : UNSAFE.objectFieldOffset(TYPE, field);
      }

      private static @Nullable Class<?> type() {
        try {
          return Class.forName("java.util.concurrent.CompletableFuture$Signaller", false, null);
        } catch (ClassNotFoundException another) {
          return null; // a JDK that waits in another way
        }
      }
    }
  }
}
