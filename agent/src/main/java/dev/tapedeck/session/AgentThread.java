package dev.tapedeck.session;

/** A thread of our own; nothing that it does is the program's. */
public final class AgentThread extends Thread {

  /** Creates a daemon with a name that no program uses. */
  public AgentThread(String name, Runnable work) {
    super(null, work, "tapedeck-" + name, 0, false);
    setDaemon(true);
  }

  /** Waits until it has ended; an interrupt of the current thread stays for the program. */
  public void awaitEnd() {
    while (isAlive()) {
      awaitEnd(0);
    }
  }

  /** The same, so many milliseconds at most; 0 for no limit. */
  void awaitEnd(long millis) {
    boolean interrupted = Thread.interrupted();
    try {
      join(millis);
    } catch (InterruptedException theirs) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
