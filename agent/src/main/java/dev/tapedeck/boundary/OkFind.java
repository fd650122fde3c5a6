package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.tapedeck.Hashes;
import org.jspecify.annotations.Nullable;

/** Where a call of OkHttp gets its connection: a new one, or one that was left open. */
final class OkFind extends Door {

  private final HttpSecrets secrets;

  OkFind(HttpSecrets secrets) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.secrets = secrets;
  }

  private static Object finder(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody looks for a connection");
    }
    return crossing.self;
  }

  private static Object field(Object object, String name) {
    Object value = Offsets.reference(object, name);
    if (value == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return value;
  }

  private static Object address(Object finder) {
    return Offsets.has(finder, "address")
        ? field(finder, "address")
        : field(field(finder, "routePlanner"), "address");
  }

  /** Who holds the connection: a field of its own; null where that is set by others. */
  private static @Nullable Object owner(Object finder) {
    if (Offsets.has(finder, "connection")) {
      return finder; // 3.12
    }
    if (Offsets.has(finder, "transmitter")) {
      return field(finder, "transmitter"); // 3.14
    }
    return Offsets.has(finder, "call") ? field(finder, "call") : null;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    Object finder = finder(crossing);
    Object request = crossing.count() > 1 ? field(crossing.argument(1), "request") : null;
    Object url = request == null ? field(address(finder), "url") : field(request, "url");
    question.putString(OkHttp.CLIENT);
    question.putString(request == null ? "" : String.valueOf(field(request, "method")));
    question.putString(secrets.uri(url.toString()));
    question.putString("connect");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object owner = owner(finder(crossing));
    Object connection = owner == null ? result : field(owner, "connection");
    if (connection == null) {
      throw new IllegalStateException("there is no connection");
    }
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
    if (owner == null) {
      return connection;
    }
    Offsets.put(owner, "connection", connection);
    if (Offsets.has(owner, "route")) {
      Offsets.put(owner, "route", Offsets.reference(connection, "route"));
    }
    return OkCodec.of(finder, null, connection, secrets);
  }
}
