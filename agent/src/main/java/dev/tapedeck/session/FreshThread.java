package dev.tapedeck.session;

import org.jspecify.annotations.Nullable;

/** A thread that has never asked for an identity hash code, to find where its state is. */
final class FreshThread implements Runnable {

  private @Nullable HashState found;

  static HashState hashState() {
    FreshThread work = new FreshThread();
    Thread thread = new AgentThread("start", work);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException theirs) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    HashState state = work.found;
    return state == null ? HashState.search() : state;
  }

  @Override
  public void run() {
    found = HashState.search();
  }
}
