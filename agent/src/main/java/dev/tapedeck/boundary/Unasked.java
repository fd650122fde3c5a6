package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** A call that is no question, but that a boundary must know of. */
abstract class Unasked extends Door {

  Unasked() {
    super(Kinds.FILE_STAT_LONG, Scope.ALL);
  }

  /** Hears of the call before it goes through. */
  abstract void passes(Crossing crossing);

  @Override
  public final @Nullable Door at(Crossing crossing) {
    passes(crossing);
    return null;
  }

  @Override
  public final void ask(Crossing crossing, FieldSink question) {}

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

  @Override
  public final @Nullable Object retell(Crossing crossing, Told answer) {
    return null;
  }
}
