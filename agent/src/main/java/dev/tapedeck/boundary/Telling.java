package dev.tapedeck.boundary;

import java.tapedeck.Hooks;
import java.tapedeck.Notice;

/** Something that a client's executor is given to tell the program. */
final class Telling implements Runnable {

  private final int site;
  private final Runnable step;
  private boolean done;

  Telling(int site, Runnable step) {
    this.site = site;
    this.step = step;
  }

  @Override
  public void run() {
    Hooks.session.at(site);
    Hooks.session.notice(Notice.TELLS, null, null);
    try {
      step.run();
    } finally {
      Hooks.session.notice(Notice.TOLD, null, null);
      Hooks.session.at(0);
      end();
    }
  }

  private synchronized void end() {
    done = true;
    notifyAll();
  }

  /** Returns when the program has been told. */
  synchronized void awaitEnd() {
    while (!done) {
      try {
        wait();
      } catch (InterruptedException nobodyDoes) {
        // the thread is ours
      }
    }
  }
}
