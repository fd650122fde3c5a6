package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * Somebody cancels a call of OkHttp 3.12. One that has begun learns of it from what then fails: it looks
 * there by itself, at a moment that a replay does not keep, so a replay must not tell it.
 */
final class OkCancel extends Door {

  OkCancel() {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
  }

  private static Object call(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody calls");
    }
    return crossing.self;
  }

  /** Whether it has begun, as it is cancelled. */
  @Override
  public boolean applies(Crossing crossing) {
    crossing.kept = Offsets.reference(call(crossing), "streamAllocation") != null;
    return true;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(OkHttp.CLIENT);
    question.putString("");
    question.putString("");
    question.putString("cancel");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putStrings(new String[] {String.valueOf(crossing.kept)});
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    if (facts != null && facts[0].equals("false")) {
      Offsets.put(call(crossing), "canceled", true);
    }
    return null;
  }
}
