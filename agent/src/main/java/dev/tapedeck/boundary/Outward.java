package dev.tapedeck.boundary;

import java.tapedeck.Hooks;
import java.tapedeck.Notice;

/**
 * A call of the program that has others do something beside the current lane; what comes of it comes
 * over a wire.
 */
public abstract class Outward {

  /** Over which it comes. */
  public abstract Wire wire();

  /**
   * What the program's own code says first, in a recording and in its replay; false if nobody is to be
   * called.
   */
  public abstract boolean prepare();

  /** The line that asks; 0 where it is not known. */
  public abstract int site();

  /** Calls the others; only in a recording, and out of sight. */
  public abstract void call() throws Exception;

  /** Has the session see to it. */
  final void begin() {
    Hooks.session.notice(Notice.OUTWARD, this, null);
  }
}
