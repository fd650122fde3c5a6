package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.tapedeck.Hashes;
import org.jspecify.annotations.Nullable;

/** Where a call of OkHttp 3 gets its connection: a new one, or one that was left open. */
final class OkFind extends Door {

  private final HttpSecrets secrets;

  OkFind(HttpSecrets secrets) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.secrets = secrets;
  }

  static Object field(Object object, String name) {
    Object value = Offsets.reference(object, name);
    if (value == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return value;
  }

  /** The address that a finder looks for. */
  static Object address(Object finder) {
    return Offsets.has(finder, "address")
        ? field(finder, "address")
        : field(field(finder, "routePlanner"), "address");
  }

  static void ask(Object request, HttpSecrets secrets, FieldSink question) {
    question.putString(OkHttp.CLIENT);
    question.putString(String.valueOf(field(request, "method")));
    question.putString(secrets.uri(field(request, "url").toString()));
    question.putString("connect");
  }

  private static Object finder(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody looks for a connection");
    }
    return crossing.self;
  }

  /** Who holds the connection: the finder itself in 3.12. */
  private static Object owner(Object finder) {
    return Offsets.has(finder, "transmitter") ? field(finder, "transmitter") : finder;
  }

  @Override
  public boolean applies(Crossing crossing) {
    HttpLibraries.prepare();
    return true;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    ask(field(crossing.argument(1), "request"), secrets, question);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object connection = field(owner(finder(crossing)), "connection");
    Hashes.identityHashCode(connection); // lest the lane draws it later, where a replay may not
    answer.putStrings(OkConnection.facts(connection));
  }

  @Override
  public Object retell(Crossing crossing, Told answer) throws Throwable {
    Object finder = finder(crossing);
    Object owner = owner(finder);
    String[] facts = answer.stringsAt(0);
    Object connection =
        OkConnection.standIn(address(finder), facts == null ? new String[0] : facts);
    Hashes.identityHashCode(connection);
    Offsets.put(owner, "connection", connection);
    if (Offsets.has(owner, "route")) {
      Offsets.put(owner, "route", Offsets.reference(connection, "route"));
    }
    return OkCodec.of(finder, null, connection, secrets);
  }
}
