package dev.tapedeck.boundary;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes the body of a response from the real client. */
final class HttpClientReceiver implements BodySubscriber<Object> {

  private final HttpClientBody body;
  private final CompletableFuture<Object> end = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();

  HttpClientReceiver(HttpClientBody body) {
    this.body = body;
  }

  @Override
  public CompletionStage<Object> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    body.source(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    body.wire.arrived(HttpClientPiece.come(body, piece));
  }

  @Override
  public void onError(Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      Throwable cause = HttpClientFailures.cause(failure);
      body.wire.arrived(HttpClientFacts.now(body.wire));
      body.wire.arrived(HttpClientPiece.failed(body, cause));
      end.completeExceptionally(cause);
    }
  }

  @Override
  public void onComplete() {
    if (ended.compareAndSet(false, true)) {
      body.wire.arrived(HttpClientPiece.end(body));
      end.complete(body);
    }
  }
}
