package dev.tapedeck.session;

import dev.tapedeck.tape.Failure;

/** A failure on a tape, as the program gets it again; the interrupt behind it, where there was one, is no more. */
final class FailureAgain {

  /** How long the interrupt of another lane may take to come again. */
  private static final long PATIENCE_MS = 2000;

  private FailureAgain() {}

  static Throwable of(Failure recorded) {
    Throwable failure = Failures.again(recorded);
    if (failure instanceof InterruptedException) {
      awaitInterrupt(); // whoever was interrupted has been told by this very exception
    }
    return failure;
  }

  /** Takes the interrupt that has come or is about to: it must not meet what the lane does next. */
  private static void awaitInterrupt() {
    try {
      Thread.sleep(PATIENCE_MS);
    } catch (InterruptedException taken) {
      // as it was
    }
  }
}
