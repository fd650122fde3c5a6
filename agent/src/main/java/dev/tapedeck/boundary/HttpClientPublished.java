package dev.tapedeck.boundary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.tapedeck.Calls;
import java.tapedeck.Hooks;
import java.tapedeck.HttpSending;
import java.tapedeck.Session;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What the program's publisher takes for the client: its pieces are on the tape and go on from here. */
final class HttpClientPublished implements Flow.Subscriber<ByteBuffer> {

  private static final byte[] NOTHING = new byte[0];

  private final HttpClientWire wire;
  private final HttpSending sending;

  /** The real client's subscriber; null in a replay. */
  private final Flow.@Nullable Subscriber<? super ByteBuffer> client;

  private volatile Flow.@Nullable Subscription source;

  HttpClientPublished(HttpClientWire wire, Flow.@Nullable Subscriber<? super ByteBuffer> client) {
    this.wire = wire;
    this.client = client;
    this.sending = new HttpSending(wire.number, wire.site(), null);
  }

  /** In the wire's lane: subscribes to the program's publisher. */
  void begin(@Nullable HttpClientSent sent) {
    try {
      if (sent != null) {
        sent.subscribed(this);
      }
    } catch (Throwable theirs) {
      onError(theirs);
    }
  }

  void demand(long count) {
    Flow.Subscription from = source;
    if (from != null) {
      from.request(count);
    }
  }

  void cancel() {
    Flow.Subscription from = source;
    if (from != null) {
      from.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    Flow.Subscriber<? super ByteBuffer> to = client;
    if (to != null) {
      Out.call(() -> to.onSubscribe(new Demand()));
    }
  }

  @Override
  public void onNext(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.duplicate().get(bytes);
    say("next", bytes, to -> to.onNext(piece));
  }

  @Override
  public void onError(Throwable failure) {
    say("error", String.valueOf(failure).getBytes(StandardCharsets.UTF_8), to -> {
      if (source == null) {
        to.onSubscribe(new Demand());
      }
      to.onError(failure);
    });
  }

  @Override
  public void onComplete() {
    say("end", NOTHING, Flow.Subscriber::onComplete);
  }

  /** Says it to the real client. */
  private interface Word {
    void to(Flow.Subscriber<? super ByteBuffer> client);
  }

  private void say(String what, byte[] bytes, Word word) {
    Session session = Hooks.session;
    try {
      if (session.enter(Calls.HTTP_SEND, 0, sending, what, bytes, 0, bytes.length)) {
        session.answer();
        return;
      }
      try {
        if (client != null) {
          word.to(client);
        }
      } catch (Throwable thrown) {
        session.failed(thrown);
        throw thrown;
      }
      session.leave(null);
    } finally {
      wire.sent();
    }
  }

  /** What the real client takes for the program's subscription. */
  private final class Demand implements Flow.Subscription {
    @Override
    public void request(long count) {
      wire.arrived(HttpClientSent.demand(wire, count, HttpClientPublished.this));
    }

    @Override
    public void cancel() {
      wire.arrived(HttpClientSent.cancelled(wire, HttpClientPublished.this));
    }
  }
}
