package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A named way to the outside, with all that is known of it: what it asks, what it is told, and how
 * the answer is given again.
 *
 * <p>Recording and replaying call the same methods; a door does not know which of the two it serves.
 */
public abstract class Door {

  /** Who may come to a door for it to count. */
  public enum Scope {
    /** Only calls for a line of the program, noted or found; what the JDK asks for itself passes. */
    LINE,
    /** The same, but the line must be found on the stack: a class loader may stand in between. */
    PROGRAM,
    /** Every call, on whose behalf whatever. */
    ALL,
    /** Every call on what was opened under the tape's eyes: the line noted, else the one that opened. */
    OPENED
  }

  private final Kind kind;
  private final Scope scope;

  protected Door(Kind kind, Scope scope) {
    this.kind = kind;
    this.scope = scope;
  }

  /** The kind of event that a crossing makes. */
  public final Kind kind() {
    return kind;
  }

  /** Whether a library may call the program's own code behind it, where nothing is recorded. */
  public boolean hidesProgram() {
    return Kinds.isHttp(kind.id());
  }

  /**
   * Whether it tells of this very process and not of the world around it. A changed program that is answered from an old
   * tape is told how it is now.
   */
  public boolean isOfThisProcess() {
    return false;
  }

  /** Whether the call returns the number of an error of the system, and throws nothing. */
  public boolean returnsErrors() {
    return false;
  }

  /** Whether the answer of a replay waits for another thread to take something. */
  public boolean handsOver() {
    return false;
  }

  /** Who counts. */
  public final Scope scope() {
    return scope;
  }

  /**
   * The door that this call has really come to, or null where it passes unrecorded: streams look alike
   * until one sees what they are open on.
   */
  public @Nullable Door at(Crossing crossing) {
    return applies(crossing) ? this : null;
  }

  /**
   * Whether this call is a question to the outside; otherwise it passes unrecorded.
   *
   * <p>Must depend on nothing but what is the same in a recording and its replay.
   */
  public boolean applies(Crossing crossing) {
    return true;
  }

  /** Says what is asked: the question fields of the kind. */
  public abstract void ask(Crossing crossing, FieldSink question) throws IOException;

  /** Says what the door returned: the answer fields of the kind. Runs when the call has returned. */
  public abstract void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
      throws IOException;

  /** Gives the answer once more: its effects on the arguments, and what the call returns. */
  public abstract @Nullable Object retell(Crossing crossing, Told answer) throws Throwable;
}
