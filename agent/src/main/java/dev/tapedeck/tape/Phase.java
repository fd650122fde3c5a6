package dev.tapedeck.tape;

/** Where in the program's life an event happened. */
public final class Phase {

  /** The program itself. */
  public static final int USER_SCRIPT = 0;

  /** Shutdown hooks and after. */
  public static final int RUNTIME_FINALIZE = 1;

  private Phase() {}
}
