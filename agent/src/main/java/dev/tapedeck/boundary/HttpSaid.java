package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** A step of a client library towards a connection, which tells no more than a truth, or that it went well. */
final class HttpSaid extends Door {

  private final String client;
  private final String what;

  HttpSaid(String client, String what) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.client = client;
    this.what = what;
  }

  @Override
  public boolean applies(Crossing crossing) {
    HttpLibraries.prepare();
    return true;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(client);
    question.putString("");
    question.putString("");
    question.putString(what);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putStrings(new String[] {String.valueOf(result)});
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    String told = facts == null || facts.length == 0 ? "" : facts[0];
    return told.equals("true") || told.equals("false") ? told.equals("true") : null;
  }
}
