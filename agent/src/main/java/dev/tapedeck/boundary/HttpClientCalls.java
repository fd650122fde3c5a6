package dev.tapedeck.boundary;

import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the upper half of the JDK's {@code HttpClient} has an exchange do. */
final class HttpClientCalls {

  private static final String BODY_IGNORED = "bodyIgnored";

  private HttpClientCalls() {}

  /** The executor does not take what the program is to be told. As the client does. */
  @SuppressWarnings("unchecked")
  static void refused(Object executor, Runnable telling, RejectedExecutionException refused) {
    Object listener = JdkHttp.field(executor, "errorHandler");
    ((BiConsumer<Runnable, Throwable>) listener).accept(telling, refused);
    ForkJoinPool.commonPool().execute(telling);
  }

  private static Object self(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody asks");
    }
    return crossing.self;
  }

  /** A future that both modes hand out. */
  private static final class Future extends Shut {
    Future(@Nullable Object future) {
      super(future);
    }
  }

  /** Sends the request and hands out a future of the head of the response. */
  static final class Responds extends Shut {

    private final HttpSecrets secrets;

    Responds(HttpSecrets secrets) {
      super(null);
      this.secrets = secrets;
    }

    @Override
    public @Nullable Door at(Crossing crossing) {
      Object exchange = self(crossing);
      if (Offsets.truth(JdkHttp.field(exchange, "request"), "isWebSocket")) {
        return null;
      }
      HttpClientWire wire = HttpClientWire.begun(exchange, secrets);
      Future response = new Future(wire.response());
      new Request(wire).begin();
      return response;
    }
  }

  private static final class Request extends HttpClientOutward {

    private @Nullable HttpClientSent sent;

    Request(HttpClientWire wire) {
      super(wire);
    }

    @Override
    public boolean prepare() {
      try {
        sent = HttpClientSent.of(wire);
        return true;
      } catch (RuntimeException | Error theirs) {
        wire.response().completeExceptionally(theirs);
        return false;
      }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell
    public void call() throws Exception {
      HttpClientSent body = sent;
      if (body != null) {
        wire.request.publisher(body);
      }
      HttpClientPromises.receive(wire);
      CompletableFuture<?> real =
          (CompletableFuture<?>) JdkHttp.call(wire.exchange(), "responseAsync");
      if (real == null) {
        throw new IllegalStateException("no future of a response");
      }
      real.whenComplete((response, failure) -> {
        if (failure == null && response != null) {
          wire.arrived(HttpClientHead.come(wire, response));
        } else {
          fails(wire, HttpClientFailures.cause(failure));
        }
      });
    }

    private static void fails(HttpClientWire wire, Throwable failure) {
      Throwable seen = HttpClientFailures.seen(wire, failure);
      HttpClientFacts facts = HttpClientFacts.now(wire);
      wire.arrived(facts);
      wire.arrived(HttpClientHead.failed(wire, seen));
    }
  }

  /** Reads the body of a response. */
  static final class Reads extends Shut {

    Reads() {
      super(null);
    }

    @Override
    public @Nullable Door at(Crossing crossing) {
      Object exchange = self(crossing);
      HttpClientWire wire = HttpClientWire.of(exchange);
      if (wire == null || Offsets.reference(exchange, BODY_IGNORED) != null) {
        return null;
      }
      BodyHandler<?> reader = (BodyHandler<?>) crossing.argument(0);
      return new Future(HttpClientReading.begin(wire, reader, HttpClientSource.of(wire)));
    }
  }

  /** Lets the body of a response pass. */
  static final class Ignores extends Shut {

    Ignores() {
      super(null);
    }

    @Override
    public @Nullable Door at(Crossing crossing) {
      Object exchange = self(crossing);
      HttpClientWire wire = HttpClientWire.of(exchange);
      if (wire == null || Offsets.reference(exchange, BODY_IGNORED) != null) {
        return null;
      }
      new Ignoring(wire).begin();
      return new Future(wire.ignored);
    }
  }

  private static final class Ignoring extends HttpClientOutward {

    Ignoring(HttpClientWire wire) {
      super(wire);
    }

    @Override
    public boolean prepare() {
      return true;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell
    public void call() throws Exception {
      CompletableFuture<?> real =
          (CompletableFuture<?>) JdkHttp.call(wire.exchange(), "ignoreBody");
      if (real != null) {
        real.whenComplete((none, failure) -> wire.arrived(new HttpClientIgnored(
            wire, failure == null ? null : HttpClientFailures.cause(failure))));
      }
    }
  }
}
