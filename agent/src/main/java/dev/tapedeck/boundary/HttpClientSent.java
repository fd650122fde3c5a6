package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of a request on its way from the program's publisher: what the real client takes for that. */
final class HttpClientSent implements BodyPublisher {

  static final String PREFIX = "request ";

  private static final String SUBSCRIBED = PREFIX + "subscribed";
  private static final String DEMAND = PREFIX + "demand";
  private static final String CANCELLED = PREFIX + "cancelled";

  private final HttpClientWire wire;
  private final BodyPublisher theirs;
  private final long length;

  private HttpClientSent(HttpClientWire wire, BodyPublisher theirs) {
    this.wire = wire;
    this.theirs = theirs;
    this.length = theirs.contentLength();
  }

  /** What the program's request has; null for nothing. */
  static @Nullable HttpClientSent of(HttpClientWire wire) {
    BodyPublisher publisher = wire.request.publisher();
    if (publisher == null) {
      return null;
    }
    HttpClientSent sent = new HttpClientSent(
        wire, publisher instanceof HttpClientSent again ? again.theirs : publisher);
    wire.publisher = sent;
    return sent;
  }

  @Override
  public long contentLength() {
    return length;
  }

  /** The real client subscribes. */
  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> client) {
    wire.arrived(new Wish(wire, SUBSCRIBED, 0, new HttpClientPublished(wire, client)));
  }

  /** The program's publisher has a subscriber. */
  void subscribed(HttpClientPublished subscriber) {
    theirs.subscribe(subscriber);
  }

  /** In a replay, what the tape holds. */
  static Arrival again(HttpClientWire wire, String what, long count) {
    return new Wish(
        wire, what, count, what.equals(SUBSCRIBED) ? new HttpClientPublished(wire, null) : null);
  }

  /** The real client wants more. */
  static Arrival demand(HttpClientWire wire, long count, HttpClientPublished subscriber) {
    return new Wish(wire, DEMAND, count, subscriber);
  }

  /** The real client wants no more. */
  static Arrival cancelled(HttpClientWire wire, HttpClientPublished subscriber) {
    return new Wish(wire, CANCELLED, 0, subscriber);
  }

  /** What the real client wants of the body. */
  private static final class Wish extends Arrival {

    private final HttpClientWire wire;
    private final String what;
    private final long count;
    private final @Nullable HttpClientPublished given;

    Wish(HttpClientWire wire, String what, long count, @Nullable HttpClientPublished given) {
      super(Kinds.HTTP_RECEIVE, null);
      this.wire = wire;
      this.what = what;
      this.count = count;
      this.given = given;
    }

    @Override
    public void ask(FieldSink question) {
      question.putString(manner(what));
      question.putLong(count);
    }

    @Override
    public void tell(FieldSink answer) {
      answer.putLong(wire.number);
      answer.putLong(count);
      answer.putBytes(null, 0, 0);
    }

    private HttpClientPublished subscriber() {
      HttpClientPublished subscriber = given != null ? given : wire.published;
      if (subscriber == null) {
        throw new IllegalStateException("nobody sends a body");
      }
      return subscriber;
    }

    @Override
    public boolean mayFollow() {
      return true;
    }

    @Override
    public void happen() {
      HttpClientPublished subscriber = subscriber();
      if (what.equals(SUBSCRIBED)) {
        wire.published = subscriber;
        HttpClientSent sent = wire.publisher;
        wire.tell(() -> subscriber.begin(sent));
      } else if (what.equals(DEMAND)) {
        wire.tell(() -> subscriber.demand(count));
      } else {
        wire.tell(subscriber::cancel);
      }
    }
  }
}
