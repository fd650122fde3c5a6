package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** One call that has come to a door: the receiver and the arguments it came with. */
public final class Crossing {

  public final @Nullable Object self;
  private final Object[] arguments;

  /** The number of the line that asks; until that is known, the one to take where none is noted. */
  public int site;

  /** Whether the call counts on whose behalf whatever, as with {@link Door.Scope#ALL}. */
  public boolean forAll;

  /** Whether it comes from a task, which a thread runs that is not its own. */
  public boolean inTask;

  /** In a recording, where a write stands among all to standard output and error; from 1. */
  public long place;

  /** What a door keeps from its question for its answer. */
  public @Nullable Object kept;

  /** What puts back what a door has changed for the time of the call; it runs whatever comes of that. */
  public @Nullable Runnable undo;

  /** What follows when the call is through, no longer behind the door: the program's own code is called. */
  public @Nullable Afterwards after;

  /** The program's own code, which a library calls on its way out. */
  public interface Afterwards {
    void run() throws Throwable;
  }

  public Crossing(@Nullable Object self, Object[] arguments) {
    this.self = self;
    this.arguments = arguments;
  }

  /** The argument at the index, as it was passed. */
  public Object argument(int index) {
    return arguments[index];
  }

  /** The integral argument at the index. */
  public long number(int index) {
    return ((Number) arguments[index]).longValue();
  }

  /** Puts back what a door has changed; only the first call counts. */
  public void undo() {
    Runnable changed = undo;
    if (changed != null) {
      undo = null;
      changed.run();
    }
  }

  /** How many arguments there are. */
  public int count() {
    return arguments.length;
  }
}
