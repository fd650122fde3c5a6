package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** OkHttp 5 asks the connection that it has found for what speaks on it. */
final class OkNewCodec extends Behind {

  private final HttpSecrets secrets;

  OkNewCodec(HttpSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public @Nullable Object instead(Crossing crossing) throws Exception {
    Object connection = crossing.self;
    Object call = Offsets.reference(crossing.argument(1), "call");
    if (connection == null || call == null) {
      throw new IllegalStateException("nobody asks");
    }
    Object pool = Offsets.reference(call, "connectionPool");
    if (pool != null && Offsets.has(connection, "connectionListener")) {
      Offsets.put(connection, "connectionListener", Offsets.reference(pool, "connectionListener"));
    }
    Offsets.put(call, "connection", connection);
    return OkCodec.of(connection, null, connection, secrets);
  }
}
