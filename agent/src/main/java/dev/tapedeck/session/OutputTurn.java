package dev.tapedeck.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The turn to write to a file. It is taken before a method of the JDK and given back behind it, which no
 * {@code synchronized} can do; and unlike the locks of the JDK it uses up no permit of a program's thread
 * that is about to park.
 */
final class OutputTurn {

  private static final long TICK_MS = 20;
  private static final long PATIENCE_MS = 500;
  private static final int TICKS_OF_DOUBT = 50;

  /** Whose methods write while the turn is taken. */
  private static final Set<String> WRITERS = Set.of(
      "java.io.FileOutputStream",
      "sun.nio.ch.FileDispatcherImpl",
      "sun.nio.ch.UnixFileDispatcherImpl");

  private @Nullable Thread holder;
  private int waiting;
  private boolean closed;

  /** Returns when it is the current thread's. */
  synchronized void take() {
    Thread thread = Thread.currentThread();
    if (isTaken(thread) || closed) {
      await(thread);
    }
    holder = thread;
  }

  synchronized void giveBack() {
    if (holder == Thread.currentThread()) {
      holder = null;
      if (waiting > 0) {
        notifyAll();
      }
    }
  }

  /**
   * From now on it is nobody's any more. Waits for who has it, but not as long as a pipe may be full: the
   * end of a program does not either.
   */
  synchronized void close() {
    Thread thread = Thread.currentThread();
    boolean interrupted = false;
    closed = true;
    waiting++;
    for (long waitedMs = 0; isTaken(thread) && waitedMs < PATIENCE_MS; waitedMs += TICK_MS) {
      try {
        wait(TICK_MS);
      } catch (InterruptedException theirs) {
        interrupted = true;
      }
    }
    waiting--;
    if (interrupted) {
      thread.interrupt();
    }
  }

  private synchronized void await(Thread thread) {
    boolean interrupted = false;
    long ticks = 0;
    waiting++;
    while (isTaken(thread) || closed && !(thread instanceof AgentThread)) {
      try {
        wait(TICK_MS);
      } catch (InterruptedException theirs) {
        interrupted = true;
      }
      if (++ticks % TICKS_OF_DOUBT == 0 && isLost()) {
        holder = null;
      }
    }
    waiting--;
    if (interrupted) {
      thread.interrupt();
    }
  }

  private boolean isTaken(Thread thread) {
    return holder != null && holder != thread;
  }

  /**
   * Whether who has it is not writing any more: a thread that is stopped, or has no stack left, may be
   * unable to give it back.
   */
  private boolean isLost() {
    Thread lost = holder;
    if (lost == null) {
      return false;
    }
    for (StackTraceElement frame : lost.getStackTrace()) {
      if (Failures.isOurs(frame) || WRITERS.contains(frame.getClassName())) {
        return false;
      }
    }
    return true;
  }
}
