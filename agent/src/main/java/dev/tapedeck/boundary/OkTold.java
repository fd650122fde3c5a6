package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** A number or truth about a call that hangs on its connection, or on when something happened to it. */
final class OkTold extends Door {

  private static final String CANCELLED = "canceled";

  private final String what;

  OkTold(String what) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.what = what;
  }

  /** With 3.12, who looks there whether the call is cancelled, next. */
  private static @Nullable Object call(Crossing crossing) {
    Object asks = crossing.self;
    boolean isOld = asks != null && Offsets.has(asks, "streamAllocation");
    boolean isPart = asks != null && Offsets.has(asks, "routeSelector");
    Object call = isPart && asks != null ? Offsets.reference(asks, "call") : null;
    return isOld || call == null ? null : Offsets.reference(call, "retryAndFollowUpInterceptor");
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(OkHttp.CLIENT);
    question.putString("");
    question.putString("");
    question.putString(what);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object call = call(crossing);
    boolean isCancelled = call != null && Offsets.truth(call, CANCELLED);
    answer.putStrings(new String[] {String.valueOf(result), Boolean.toString(isCancelled)});
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    String told = facts == null || facts.length == 0 ? "" : facts[0];
    Object call = call(crossing);
    if (call != null && facts != null && facts[1].equals("true")) {
      Offsets.put(call, CANCELLED, true);
    }
    if (told.equals("true") || told.equals("false")) {
      return told.equals("true");
    }
    return Integer.parseInt(told);
  }
}
