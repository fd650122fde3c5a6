package dev.tapedeck.boundary;

import java.lang.reflect.Proxy;

/** Whoever asks a chain of interceptors for what speaks on its connection finds our stand-in there. */
final class OkSwap extends Unasked {

  private final HttpSecrets secrets;

  OkSwap(HttpSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  void passes(Crossing crossing) {
    Object chain = crossing.self;
    if (chain == null) {
      return;
    }
    boolean isOld = Offsets.has(chain, "httpCodec"); // 3.12
    Object user = isOld ? chain : Offsets.reference(chain, "exchange");
    if (user == null) {
      return;
    }
    String field = isOld ? "httpCodec" : "codec";
    Object codec = Offsets.reference(user, field);
    if (codec != null && !Proxy.isProxyClass(codec.getClass())) {
      Offsets.put(user, field, OkCodec.of(user, codec, codec, secrets));
    }
  }
}
