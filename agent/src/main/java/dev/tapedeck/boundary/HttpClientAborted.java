package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The client has come to an end, and with it an exchange. */
final class HttpClientAborted extends Arrival {

  static final String WHAT = "aborted";

  private final HttpClientWire wire;

  HttpClientAborted(HttpClientWire wire, Throwable why) {
    super(Kinds.HTTP_RECEIVE, why);
    this.wire = wire;
  }

  /** The client's own thread says so, to futures that the program may hold. */
  static final class Door extends Shut {

    Door() {
      super(null);
    }

    @Override
    public boolean isForAnyThread() {
      return true;
    }

    @Override
    public boolean isBehindDoors() {
      return true;
    }

    @Override
    public boolean applies(Crossing crossing) {
      Object request = crossing.self;
      Object multi = request == null ? null : Offsets.reference(request, "mex");
      Object exchange = multi == null ? null : Offsets.reference(multi, "exchange");
      HttpClientWire wire = HttpClientWire.of(exchange);
      if (exchange == null || wire == null || !wire.hasBegun()) {
        return false;
      }
      Throwable why = HttpClientFailures.cause((Throwable) crossing.argument(0));
      wire.arrived(new HttpClientAborted(wire, why));
      HttpClientFailures.cancel(exchange, why);
      return true;
    }
  }

  @Override
  public void ask(FieldSink question) {
    question.putString(WHAT);
    question.putLong(0);
  }

  @Override
  public void tell(FieldSink answer) {}

  @Override
  public void happen() {
    Throwable why = failure();
    CompletableFuture<?> pending = pending();
    if (why != null && pending != null) {
      wire.tell(() -> pending.completeExceptionally(why));
    }
  }

  /** The future that the upper half has of the last of the exchanges; null where it has none any more. */
  private @Nullable CompletableFuture<?> pending() {
    Object multi = wire.multi();
    Set<?> all = (Set<?>) JdkHttp.field(JdkHttp.field(multi, "client"), "pendingRequests");
    for (Object request : all) {
      if (Offsets.reference(request, "mex") == multi) {
        return (CompletableFuture<?>) JdkHttp.field(request, "cf");
      }
    }
    return null;
  }
}
