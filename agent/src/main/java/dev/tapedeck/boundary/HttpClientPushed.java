package dev.tapedeck.boundary;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Takes a pushed response from the real client, which wants a reader at once: whatever it says of the
 * body waits until the program reads.
 */
final class HttpClientPushed
    implements BodyHandler<Object>, BodySubscriber<Object>, HttpClientSource {

  private final HttpClientWire wire;
  private final Object exchange;

  /** Who reads in the end. */
  private final CompletableFuture<HttpClientReceiver> begun = new CompletableFuture<>();

  private final CompletableFuture<Object> end = new CompletableFuture<>();

  /** When the last word has been passed on. */
  private CompletableFuture<HttpClientReceiver> said = begun;

  private volatile boolean hasHead;

  HttpClientPushed(HttpClientWire wire, Object exchange) {
    this.wire = wire;
    this.exchange = exchange;
  }

  @Override
  public void read(HttpClientReceiver receiver) {
    begun.complete(receiver);
  }

  @Override
  public void refuse(Throwable why) {
    begun.completeExceptionally(why);
  }

  @Override
  public BodySubscriber<Object> apply(ResponseInfo info) {
    hasHead = true;
    wire.arrived(HttpClientHead.come(wire, response(info)));
    return this;
  }

  private Object response(ResponseInfo info) {
    try {
      Object connection = JdkHttp.call(JdkHttp.field(exchange, "exchImpl"), "connection");
      return JdkHttp.make(
          "Response",
          JdkHttp.field(exchange, "request"),
          exchange,
          info.headers(),
          connection,
          info.statusCode(),
          info.version());
    } catch (Exception otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
  }

  /** It will not come, or no more of it. */
  void failed(Throwable failure) {
    if (hasHead) {
      onError(failure);
    } else {
      wire.arrived(HttpClientHead.failed(wire, failure));
    }
  }

  @Override
  public CompletionStage<Object> getBody() {
    return end;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell
  public void onSubscribe(Flow.Subscription subscription) {
    begun.whenComplete((receiver, refused) -> {
      if (refused != null) {
        subscription.cancel();
      }
    });
    pass(receiver -> receiver.onSubscribe(subscription));
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    pass(receiver -> receiver.onNext(piece));
  }

  @Override
  public void onError(Throwable failure) {
    pass(receiver -> receiver.onError(failure));
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    pass(HttpClientReceiver::onComplete);
    end.complete(this);
  }

  private synchronized void pass(Consumer<HttpClientReceiver> word) {
    said = said.thenApply(receiver -> {
      word.accept(receiver);
      return receiver;
    });
  }
}
