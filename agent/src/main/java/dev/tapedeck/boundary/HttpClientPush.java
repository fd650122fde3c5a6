package dev.tapedeck.boundary;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A response that the server pushes and the program has accepted: an exchange whose request is a promise. */
final class HttpClientPush extends HttpClientOutward {

  private final HttpClientWire initiating;

  /** The JDK's own object, in both modes; the real client has another one for itself. */
  private final Object exchange;

  private final BodyHandler<?> reader;

  /** What the program waits for. */
  private final CompletableFuture<Object> promised;

  private final HttpClientPushed source;

  HttpClientPush(
      HttpClientWire initiating,
      HttpRequest request,
      BodyHandler<?> reader,
      CompletableFuture<Object> promised) {
    this(initiating, JdkHttp.make("Exchange", request, initiating.multi()), reader, promised);
  }

  private HttpClientPush(
      HttpClientWire initiating,
      Object exchange,
      BodyHandler<?> reader,
      CompletableFuture<Object> promised) {
    super(HttpClientWire.pushed(exchange, initiating.secrets));
    this.initiating = initiating;
    this.exchange = exchange;
    this.reader = reader;
    this.promised = promised;
    this.source = new HttpClientPushed(wire, exchange);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the program has another one
  public boolean prepare() {
    wire.response().thenCompose(this::read).whenComplete((response, failure) -> {
      if (failure != null) {
        promised.completeExceptionally(HttpClientFailures.unwrapped(failure));
      } else {
        promised.complete(response);
      }
    });
    return true;
  }

  private CompletableFuture<Object> read(Object head) {
    return HttpClientReading.begin(wire, reader, source).thenApply(body -> response(head, body));
  }

  private Object response(Object head, @Nullable Object body) {
    return JdkHttp.make(
        "HttpResponseImpl", JdkHttp.field(exchange, "request"), head, null, body, exchange);
  }

  /** It comes over the connection of the exchange that has the promise. */
  @Override
  public void call() {
    Offsets.put(exchange, "exchImpl", JdkHttp.field(initiating.exchange(), "exchImpl"));
  }

  /** The real client goes on, on its own thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell
  void receive(Function<BodyHandler<Object>, CompletableFuture<HttpResponse<Object>>> acceptor) {
    acceptor.apply(source).whenComplete((none, failure) -> {
      if (failure != null) {
        source.failed(HttpClientFailures.cause(failure));
      }
    });
  }
}
