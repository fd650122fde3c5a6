package dev.tapedeck.tape;

/** A tape cannot be written or read; the message says what, where, and what to do about it. */
public final class TapeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TapeException(String message) {
    super(message);
  }

  public TapeException(String message, Throwable cause) {
    super(message, cause);
  }
}
