package dev.tapedeck.boundary;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What the real client takes for the program's {@code PushPromiseHandler}. */
final class HttpClientPromises implements PushPromiseHandler<Object> {

  private final HttpClientWire wire;

  private HttpClientPromises(HttpClientWire wire) {
    this.wire = wire;
  }

  /** Has the real client ask us, if the program is to be asked at all. */
  static void receive(HttpClientWire wire) {
    Object exchange = wire.exchange();
    Object group = Offsets.reference(exchange, "pushGroup");
    if (group != null) {
      Object ours = JdkHttp.make(
          "PushGroup",
          new HttpClientPromises(wire),
          JdkHttp.field(group, "initiatingRequest"),
          JdkHttp.field(group, "executor"));
      Offsets.put(exchange, "pushGroup", ours);
    }
  }

  /** It asks on a thread of its own, which reads nothing else of the connection meanwhile. */
  @Override
  public void applyPushPromise(
      HttpRequest initiating,
      HttpRequest request,
      Function<BodyHandler<Object>, CompletableFuture<HttpResponse<Object>>> acceptor) {
    HttpClientPromise promise = new HttpClientPromise(wire, request);
    wire.arrived(promise);
    promise.awaitDecision().ifPresent(push -> push.receive(acceptor));
  }
}
