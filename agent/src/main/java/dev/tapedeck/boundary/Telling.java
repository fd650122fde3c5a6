package dev.tapedeck.boundary;

import java.tapedeck.Hooks;
import java.tapedeck.Notice;

/** In a recording, what a client's executor is given to tell the program, and all that comes meanwhile. */
final class Telling implements Runnable {

  private final int site;
  private final Runnable first;
  private final Wire.Post post;

  Telling(int site, Runnable first, Wire.Post post) {
    this.site = site;
    this.first = first;
    this.post = post;
  }

  @Override
  public void run() {
    boolean isThrough = false;
    try {
      tell(site, first);
      post.goesOn();
      isThrough = true;
    } finally {
      if (!isThrough) {
        post.breaksOff();
      }
    }
  }

  /** Tells the program one thing. */
  static void tell(int site, Runnable step) {
    Hooks.session.at(site);
    Hooks.session.notice(Notice.TELLS, null, null);
    try {
      step.run();
    } finally {
      Hooks.session.notice(Notice.TOLD, null, null);
      Hooks.session.at(0);
    }
  }
}
