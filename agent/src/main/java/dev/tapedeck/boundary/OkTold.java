package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** A number or truth about a call that hangs on its connection, or on when something happened to it. */
final class OkTold extends Door {

  private final String what;

  OkTold(String what) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.what = what;
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
    answer.putStrings(new String[] {String.valueOf(result)});
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    String told = facts == null || facts.length == 0 ? "" : facts[0];
    if (told.equals("true") || told.equals("false")) {
      return told.equals("true");
    }
    return Integer.parseInt(told);
  }
}
