package dev.tapedeck.session;

import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import java.tapedeck.Notice;
import org.jspecify.annotations.Nullable;

/** How the run ends, as it becomes known: a crash first, perhaps, then a shutdown, then its status. */
final class RunEnding {

  private static final int SIGNALLED = 128;

  private final Thread main;
  private final Reserve reserve = new Reserve();
  private @Nullable Crash crash;
  private boolean mainCrashed;
  private String how = "return";
  private int status;
  private boolean shuttingDown;
  private boolean halting;

  RunEnding(Thread main) {
    this.main = main;
  }

  boolean isMain(Thread thread) {
    return thread == main;
  }

  /** A thread ends by a throwable; the main thread's counts before that of others. */
  synchronized void uncaught(Thread thread, Throwable thrown) {
    if (mainCrashed) {
      return;
    }
    mainCrashed = thread == main;
    boolean tightHeap = thrown instanceof OutOfMemoryError;
    if (tightHeap) {
      reserve.open();
    }
    crash = crash(thread, thrown);
    if (mainCrashed) {
      how = "uncaught";
      status = 1;
    }
    if (tightHeap) {
      reserve.close();
    }
  }

  /** A thread is gone, and its uncaught throwable dealt with: the JVM needs room for what follows. */
  synchronized void threadEnded() {
    if (crash != null && mainCrashed) {
      reserve.open();
    }
  }

  private static Crash crash(Thread thread, Throwable thrown) {
    Failure failure;
    try {
      failure = Failures.whole(thrown);
    } catch (OutOfMemoryError | StackOverflowError tight) {
      failure = new Failure(
          thrown.getClass().getName(),
          thrown.getMessage(),
          java.util.Map.of(),
          null,
          java.util.List.of(),
          java.util.List.of());
    }
    return new Crash(thread.getName(), failure);
  }

  /** A shutdown or a halt begins. True the first time that a shutdown does. */
  synchronized boolean begins(int notice, int exitStatus) {
    reserve.open();
    if (notice == Notice.LAST_THREAD_ENDED) {
      return startShutdown();
    }
    status = exitStatus;
    if (notice == Notice.EXIT) {
      boolean first = startShutdown();
      String thread = Thread.currentThread().getName();
      boolean signal = thread.startsWith("SIG") && exitStatus > SIGNALLED;
      how = signal ? "signal" : "exit";
      return first;
    }
    halting = true;
    if (!shuttingDown) {
      how = "halt";
    }
    return false;
  }

  /** Whether nothing keeps the program from its end any more. */
  synchronized boolean isEnding() {
    return shuttingDown || halting;
  }

  private boolean startShutdown() {
    boolean first = !shuttingDown;
    shuttingDown = true;
    return first;
  }

  /** All of it, when nothing follows. */
  synchronized RunEnd end(boolean clean) {
    int phase = shuttingDown ? Phase.RUNTIME_FINALIZE : Phase.USER_SCRIPT;
    return new RunEnd(status, clean, how, crash, phase, 0);
  }
}
