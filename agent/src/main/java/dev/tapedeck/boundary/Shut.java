package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * A way of the JDK's that is shut in a recording and in its replay, so that it takes another one, which
 * leads to doors that are recorded.
 */
public abstract class Shut extends Door {

  private final @Nullable Object answer;

  protected Shut(@Nullable Object answer) {
    super(Kinds.FILE_STAT_LONG, Scope.ALL);
    this.answer = answer;
  }

  /** What the JDK is told: that this way is not supported. */
  public final @Nullable Object answer() {
    return answer;
  }

  /** Whether it is shut for threads too that are in no lane; the method must return nothing. */
  public boolean isForAnyThread() {
    return false;
  }

  /** Whether it is shut behind doors too; the same. */
  public boolean isBehindDoors() {
    return false;
  }

  @Override
  public final void ask(Crossing crossing, FieldSink question) {}

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

  @Override
  public final @Nullable Object retell(Crossing crossing, Told told) {
    return answer;
  }
}
