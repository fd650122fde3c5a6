package dev.tapedeck.boundary;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of a response on its way to the program's subscriber, which says how much it wants. */
final class HttpClientBody implements Flow.Subscription {

  final HttpClientWire wire;
  final CompletableFuture<Object> result = new CompletableFuture<>();
  final BodySubscriber<Object> subscriber;

  /** Who looks through it for secrets; null for nobody. */
  final @Nullable JsonBody json;

  /** Where it comes from; null in a replay, and until somebody comes. */
  private Flow.@Nullable Subscription source;

  /** What the program wants and has not been passed on. */
  private long wanted;

  /** How many pieces the program wants, that it has not got. */
  private long demand;

  private boolean cancelled;

  /** Through which one piece after the other goes to the tape. */
  private byte[] scratch = new byte[0];

  @SuppressWarnings("unchecked")
  HttpClientBody(HttpClientWire wire, BodyHandler<?> reader) {
    this.wire = wire;
    this.json = wire.secrets.pieces();
    Object response = wire.come();
    Object info = JdkHttp.make(
        "ResponseInfoImpl",
        Offsets.intNumber(response, "statusCode"),
        (HttpHeaders) JdkHttp.field(response, "headers"),
        JdkHttp.field(response, "version"));
    BodySubscriber<?> theirs = reader.apply((java.net.http.HttpResponse.ResponseInfo) info);
    this.subscriber =
        (BodySubscriber<Object>) JdkHttp.make("common.HttpBodySubscriberWrapper", theirs);
  }

  /** As the client does, on the thread that has called the program's {@code BodyHandler}. */
  void subscribe() throws Exception {
    subscriber.onSubscribe(this);
    JdkHttp.callStatic("ResponseSubscribers", "getBodyAsync", wire.executor(), subscriber, result);
  }

  /** Room for so many bytes, which is the next one's then. */
  byte[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    return scratch;
  }

  /** The real client has begun to read. */
  void source(Flow.Subscription real) {
    long more;
    boolean isOver;
    synchronized (this) {
      source = real;
      more = wanted;
      isOver = cancelled;
      wanted = 0;
    }
    if (more > 0) {
      real.request(more);
    }
    if (isOver) {
      real.cancel();
    }
  }

  @Override
  public void request(long count) {
    Flow.Subscription from;
    synchronized (this) {
      demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
      from = source;
      if (from == null) {
        wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
      }
    }
    wire.changed();
    if (from != null) {
      Flow.Subscription real = from;
      Out.call(() -> real.request(count));
    }
  }

  @Override
  public void cancel() {
    Flow.Subscription from;
    synchronized (this) {
      cancelled = true;
      from = source;
    }
    if (from != null) {
      Out.call(from::cancel);
    }
  }

  synchronized boolean isWanted() {
    return demand > 0 || cancelled;
  }

  /** The next piece is there. */
  void next(List<ByteBuffer> piece) {
    synchronized (this) {
      demand -= demand == Long.MAX_VALUE ? 0 : 1;
    }
    wire.tell(() -> {
      try {
        subscriber.onNext(piece);
      } catch (Throwable theirs) {
        fail(theirs);
        cancel();
      }
    });
  }

  void complete() {
    wire.tell(() -> {
      try {
        subscriber.onComplete();
      } catch (Throwable theirs) {
        fail(theirs);
      }
    });
  }

  void failed(Throwable failure) {
    wire.tellFailure(() -> fail(failure));
  }

  private void fail(Throwable failure) {
    try {
      subscriber.onError(failure);
    } finally {
      result.completeExceptionally(failure);
    }
  }

  /** In a replay, what the tape holds. */
  Arrival again(String what, Told answer, @Nullable Throwable failure) {
    if (failure != null) {
      return HttpClientPiece.failed(this, failure);
    }
    try {
      return HttpClientPiece.again(this, what, answer);
    } catch (IOException damaged) {
      throw new IllegalStateException(damaged);
    }
  }
}
