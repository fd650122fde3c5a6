package dev.tapedeck.runner.json;

/** A record does not hold what an event of ours needs; the message says what. */
final class NotWhole extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotWhole(String message) {
    super(message);
  }
}
