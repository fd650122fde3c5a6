package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The server promises a response that nobody has asked for: the program says whether it wants it. */
final class HttpClientPromise extends Arrival {

  static final String WHAT = "promised";

  private static final String COLON = ": ";

  private final HttpClientWire wire;

  /** What the response would be to. */
  private final HttpRequest request;

  private final CompletableFuture<Optional<HttpClientPush>> decision = new CompletableFuture<>();

  HttpClientPromise(HttpClientWire wire, HttpRequest request) {
    super(Kinds.HTTP_CONNECT, null);
    this.wire = wire;
    this.request = request;
  }

  /** In a replay, what the tape holds. */
  static HttpClientPromise again(HttpClientWire wire, String @Nullable [] facts) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String fact : facts == null ? new String[0] : facts) {
      int end = fact.indexOf(COLON);
      headers
          .computeIfAbsent(fact.substring(0, end), none -> new ArrayList<>())
          .add(fact.substring(end + COLON.length()));
    }
    try {
      Object request = JdkHttp.callStatic(
          "HttpRequestImpl",
          "createPushRequest",
          wire.request.object,
          HttpHeaders.of(headers, (name, value) -> true));
      if (request instanceof HttpRequest promised) {
        return new HttpClientPromise(wire, promised);
      }
    } catch (Exception otherwise) {
      throw new IllegalStateException("the tape holds no request of a promise", otherwise);
    }
    throw new IllegalStateException("this JDK has other requests");
  }

  @Override
  public void ask(FieldSink question) {
    wire.request.askFor(WHAT, question);
  }

  @Override
  public void tell(FieldSink answer) {
    HttpHead head = new HttpHead();
    HttpClientRequest.add(head, request.headers());
    String[] facts = new String[head.size()];
    for (int i = 0; i < facts.length; i++) {
      facts[i] = head.name(i) + COLON + wire.secrets.header(head.name(i), head.value(i));
    }
    answer.putStrings(facts);
  }

  @Override
  public void happen() {
    Offer offer = new Offer();
    wire.tell(() -> {
      try {
        offer.run();
      } finally {
        decision.complete(Optional.ofNullable(offer.accepted));
      }
    });
  }

  /** What the program has accepted; waits until it has had its say. Nothing where it does not want it. */
  Optional<HttpClientPush> awaitDecision() {
    return decision.join();
  }

  /** Asks the program, on its executor. */
  private final class Offer implements Runnable {

    volatile @Nullable HttpClientPush accepted;

    @Override
    @SuppressWarnings("unchecked") // as in the JDK: it is the caller's own type
    public void run() {
      Object group = JdkHttp.field(wire.multi(), "pushGroup");
      PushPromiseHandler<Object> theirs =
          (PushPromiseHandler<Object>) JdkHttp.field(group, "pushPromiseHandler");
      HttpRequest initiating = (HttpRequest) JdkHttp.field(group, "initiatingRequest");
      Object acceptor = JdkHttp.make("PushGroup$AcceptorImpl", JdkHttp.field(group, "executor"));
      try {
        theirs.applyPushPromise(initiating, request, reader -> accept(acceptor, reader));
      } catch (Throwable thrown) {
        CompletableFuture<Object> promised = promised(acceptor);
        if (promised != null) {
          promised.completeExceptionally(thrown);
        }
        return; // as in the JDK: it declines
      }
      CompletableFuture<Object> promised = promised(acceptor);
      if (promised != null) {
        BodyHandler<?> reader = (BodyHandler<?>) JdkHttp.field(acceptor, "bodyHandler");
        HttpClientPush push = new HttpClientPush(wire, request, reader, promised);
        push.begin();
        accepted = push;
      }
    }
  }

  @SuppressWarnings("unchecked") // it says so there
  private static CompletableFuture<HttpResponse<Object>> accept(
      Object acceptor, BodyHandler<Object> reader) {
    try {
      Object promised = JdkHttp.call(acceptor, "accept", reader);
      if (promised instanceof CompletableFuture<?> future) {
        return (CompletableFuture<HttpResponse<Object>>) future;
      }
    } catch (RuntimeException theirs) {
      throw theirs;
    } catch (Exception otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
    throw new IllegalStateException("this JDK accepts otherwise");
  }

  @SuppressWarnings("unchecked") // it says so there
  private static @Nullable CompletableFuture<Object> promised(Object acceptor) {
    return (CompletableFuture<Object>) Offsets.reference(acceptor, "cf");
  }
}
