package dev.tapedeck.runner.speech;

/** Why a command could not do its work, in one line: what, where, what to do. Ends the command with status 2. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Trouble(String message) {
    super(message);
  }

  public Trouble(String message, Throwable cause) {
    super(message, cause);
  }
}
