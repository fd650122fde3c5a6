package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * A call that leads out, but tells the program nothing: it is made in a recording, with all that it
 * starts out of sight, and left out in a replay, where there is nothing out there.
 */
public abstract class Behind extends Door {

  protected Behind() {
    super(Kinds.UNCOVERED, Scope.ALL);
  }

  /** What is done in a replay instead, and what the call returns. */
  public abstract @Nullable Object instead(Crossing crossing) throws Exception;

  @Override
  public final boolean hidesProgram() {
    return true;
  }

  @Override
  public final void ask(Crossing crossing, FieldSink question) {}

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

  @Override
  public final @Nullable Object retell(Crossing crossing, Told told) {
    return null;
  }
}
