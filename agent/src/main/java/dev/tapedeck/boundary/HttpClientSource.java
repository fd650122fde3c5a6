package dev.tapedeck.boundary;

import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;

/** Where the real client has the body of a response. */
interface HttpClientSource {

  /** Has it read to there. */
  void read(HttpClientReceiver receiver) throws Exception;

  /** The program has failed to read it. */
  void refuse(Throwable why);

  /** The source of the response that the program has asked for. */
  static HttpClientSource of(HttpClientWire wire) {
    return new HttpClientSource() {
      @Override
      @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell
      public void read(HttpClientReceiver receiver) throws Exception {
        BodyHandler<Object> reader = info -> receiver;
        CompletableFuture<?> real =
            (CompletableFuture<?>) JdkHttp.call(wire.exchange(), "readBodyAsync", reader);
        if (real != null) {
          real.whenComplete((none, failure) -> {
            if (failure != null) {
              receiver.onError(HttpClientFailures.cause(failure));
            }
          });
        }
      }

      @Override
      public void refuse(Throwable why) {
        HttpClientFailures.cancel(wire.exchange(), why);
      }
    };
  }
}
