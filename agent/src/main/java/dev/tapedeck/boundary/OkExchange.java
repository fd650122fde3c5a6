package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.tapedeck.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * A call of OkHttp 4 and 5 finds a connection for an exchange on it: a new one, or one that was left open.
 * It looks there whether it has been cancelled meanwhile, so that is told as well.
 */
final class OkExchange extends Door {

  private final HttpSecrets secrets;

  OkExchange(HttpSecrets secrets) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.secrets = secrets;
  }

  private static Object call(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody calls");
    }
    return crossing.self;
  }

  @Override
  public boolean applies(Crossing crossing) {
    HttpLibraries.prepare();
    return true;
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    OkFind.ask(OkFind.field(crossing.argument(0), "request"), secrets, question);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object connection = OkFind.field(call(crossing), "connection");
    Hashes.identityHashCode(connection); // lest the lane draws it later, where a replay may not
    answer.putStrings(OkConnection.facts(connection));
  }

  @Override
  public Object retell(Crossing crossing, Told answer) throws Throwable {
    Object call = call(crossing);
    Object finder = OkFind.field(call, "exchangeFinder");
    String[] facts = answer.stringsAt(0);
    Object connection =
        OkConnection.standIn(OkFind.address(finder), facts == null ? new String[0] : facts);
    Object pool = OkFind.field(call, "connectionPool");
    if (Offsets.has(connection, "connectionListener") && Offsets.has(pool, "connectionListener")) {
      Offsets.put(connection, "connectionListener", Offsets.reference(pool, "connectionListener"));
    }
    Hashes.identityHashCode(connection);
    Offsets.put(call, "connection", connection);
    Object exchange = Members.make(
        Members.type(call, "okhttp3.internal.connection.Exchange"),
        call,
        OkFind.field(call, "eventListener"),
        finder,
        OkCodec.of(call, null, connection, secrets));
    Offsets.put(call, "interceptorScopedExchange", exchange);
    Offsets.put(call, "exchange", exchange);
    Offsets.put(call, "requestBodyOpen", true);
    Offsets.put(call, "responseBodyOpen", true);
    return exchange;
  }
}
