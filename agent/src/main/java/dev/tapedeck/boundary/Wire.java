package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Over which something comes from outside, piece by piece, that the program is told in a lane of its
 * own: from others when it is recorded, from the tape in a replay.
 */
public abstract class Wire {

  /** Who takes what comes, and has it happen in the wire's lane. */
  public interface Post {

    /** Takes the next piece, on whichever thread. */
    void arrived(Arrival arrival);

    /** Whether the current thread is the one that tells, and goes on with what comes. */
    boolean tellsHere();

    /** The current thread is about to hand over to whoever tells. */
    void handsOver();

    /** The current thread, which was handed to, has told; it goes on with what has come meanwhile. */
    void goesOn();

    /** It has failed, and does not go on. */
    void breaksOff();
  }

  private volatile @Nullable Post post;
  private volatile boolean begun;
  private int site;
  private int holds;
  private boolean followed;
  private volatile boolean handedOver;
  private volatile @Nullable Thread teller;

  /** Whether it has a lane. */
  public final boolean hasBegun() {
    return begun;
  }

  /**
   * It has a lane now.
   *
   * @param site the line that asked for what comes
   * @param taker none in a replay
   */
  public final void begin(int site, @Nullable Post taker) {
    this.site = site;
    this.post = taker;
    this.begun = true;
  }

  /** The line that asked for what comes. */
  public final int site() {
    return site;
  }

  /** Nothing happens over it until it is released as often. */
  public final synchronized void hold() {
    holds++;
  }

  /** It is held by one less. */
  public final synchronized void release() {
    holds--;
    notifyAll();
  }

  /** Returns when nobody holds it. */
  public final synchronized void awaitRelease() {
    while (holds > 0) {
      try {
        wait();
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
  }

  /** Whether somebody holds it. */
  public final synchronized boolean isHeld() {
    return holds > 0;
  }

  /** Who takes what comes; null in a replay. */
  final @Nullable Post post() {
    return post;
  }

  /**
   * Whether who tells is a thread of its own, whoever hands over to it, and does not keep that one waiting; the same in a
   * recording and its replay.
   */
  public abstract boolean isToldElsewhere();

  /** In a replay: says whether the call of the executor that tells what comes now also tells what comes after it. */
  public final void isFollowed(boolean at) {
    followed = at;
  }

  final boolean isFollowed() {
    return followed;
  }

  /** In a replay: whether a worker has got what it shall tell, and does not run yet. */
  public final boolean isHandedOver() {
    return handedOver;
  }

  final void isHandedOver(boolean at) {
    handedOver = at;
  }

  /** In a replay: who tells the program; null for nobody. */
  public final @Nullable Thread teller() {
    return teller;
  }

  final void teller(@Nullable Thread thread) {
    teller = thread;
    handedOver = false;
  }

  /** Something has come. */
  final void arrived(Arrival arrival) {
    Post to = post;
    if (to != null) {
      to.arrived(arrival);
    }
  }

  /** Something has changed that an arrival of a replay may wait for. */
  final synchronized void changed() {
    notifyAll();
  }

  /** In a replay, waits for a change, a little while. */
  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  public final synchronized void awaitChange(long millis) throws InterruptedException {
    wait(millis);
  }

  /** What the thread is called that the program may see when it is told. */
  public abstract String threadName();

  /** In a replay, what comes next by the tape. */
  public abstract Arrival again(Kind kind, Told question, Told answer, @Nullable Throwable failure);
}
