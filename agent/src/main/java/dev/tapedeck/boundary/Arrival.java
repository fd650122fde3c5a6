package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that has come from outside over a wire. */
public abstract class Arrival {

  private final Kind kind;
  private final @Nullable Throwable failure;

  Arrival(Kind kind, @Nullable Throwable failure) {
    this.kind = kind;
    this.failure = failure;
  }

  /** The kind of event that it is. */
  public final Kind kind() {
    return kind;
  }

  /** What has come instead of an answer. */
  public final @Nullable Throwable failure() {
    return failure;
  }

  /** Says what it belongs to: the question fields of the kind. */
  public abstract void ask(FieldSink question) throws IOException;

  /** Says what has come, unless it is a failure: the answer fields of the kind. */
  public abstract void tell(FieldSink answer) throws IOException;

  /** In a replay, whether the program has done all that it had done when this came. */
  public boolean isDue() {
    return true;
  }

  /** Whether nothing more is to be expected over the wire. */
  public boolean isLast() {
    return failure != null;
  }

  /** Tells the program, in the wire's lane. */
  public abstract void happen();
}
