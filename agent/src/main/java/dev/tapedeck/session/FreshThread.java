package dev.tapedeck.session;

/** A thread that has never asked for an identity hash code, to find where its state is. */
public final class FreshThread implements Runnable {

  // Made by the caller: loading the class would ask for a code.
  private final HashState state = new HashState();

  private FreshThread() {}

  /** Finds out on a thread of its own. */
  public static HashState hashState() {
    FreshThread work = new FreshThread();
    AgentThread thread = new AgentThread("start", work);
    thread.start();
    thread.awaitEnd();
    return work.state;
  }

  @Override
  public void run() {
    state.search();
    state.still(Thread.currentThread());
  }
}
