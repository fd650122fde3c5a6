package dev.tapedeck.session;

/** Tells the program what comes over a wire, in the wire's lane. */
final class WireThread extends Thread {

  final Lane lane;

  WireThread(Lane lane, Runnable work) {
    super(null, work, lane.threadName, 0, false);
    this.lane = lane;
    setDaemon(true);
  }
}
