package dev.tapedeck.session;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * In a recording, the threads that tell the program what comes over wires: each exchange is a wire, and a
 * thread for each would cost more than the exchange.
 */
final class WireThreads {

  private final Lanes lanes;
  private final ArrayDeque<WireThread> idle = new ArrayDeque<>();

  WireThreads(Lanes lanes) {
    this.lanes = lanes;
  }

  /** Has a thread do it. */
  void run(WireThread.Work work) {
    WireThread free = free();
    if (free == null) {
      new WireThread(lanes, work, this).start();
    } else {
      free.resume(work);
    }
  }

  private synchronized @Nullable WireThread free() {
    return idle.poll();
  }

  /** The thread has nothing to do. */
  synchronized void rest(WireThread thread) {
    idle.push(thread);
  }

  /** It is about to end; false where it has been chosen for another wire meanwhile. */
  synchronized boolean leave(WireThread thread) {
    return idle.remove(thread);
  }
}
