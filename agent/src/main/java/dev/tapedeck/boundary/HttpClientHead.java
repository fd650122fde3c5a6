package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The head of a response, or that there is none. */
final class HttpClientHead extends Arrival {

  private static final String SENT = "sent=";
  private static final String LABEL = "label=";
  private static final String TLS = "tls=";
  private static final String CONNECT = "of a proxy";
  private static final String NO_BODY = "no body";

  private final HttpClientWire wire;
  private final @Nullable Object response;
  private final @Nullable Told told;

  private HttpClientHead(
      HttpClientWire wire,
      @Nullable Object response,
      @Nullable Told told,
      @Nullable Throwable failure) {
    super(Kinds.HTTP_EXCHANGE, failure);
    this.wire = wire;
    this.response = response;
    this.told = told;
  }

  /** It has come from the server. */
  static HttpClientHead come(HttpClientWire wire, Object response) {
    return new HttpClientHead(wire, response, null, null);
  }

  /** There is none. */
  static HttpClientHead failed(HttpClientWire wire, Throwable failure) {
    return new HttpClientHead(wire, null, null, failure);
  }

  /** It comes from the tape. */
  static HttpClientHead told(HttpClientWire wire, Told told) {
    return new HttpClientHead(wire, null, told, null);
  }

  @Override
  public void ask(FieldSink question) {
    wire.request.ask(question);
  }

  @Override
  public void tell(FieldSink answer) {
    Object come = response;
    if (come == null) {
      throw new IllegalStateException("there is no response");
    }
    HttpHead head = new HttpHead();
    HttpClientRequest.add(head, (HttpHeaders) JdkHttp.field(come, "headers"));
    answer.putLong(wire.number);
    answer.putLong(System.nanoTime() - wire.begunNs);
    answer.putString(JdkHttp.field(come, "version").toString());
    answer.putLong(Offsets.intNumber(come, "statusCode"));
    answer.putString("");
    head.put(answer, wire.secrets);
    answer.putStrings(facts(come).toArray(new String[0]));
  }

  private List<String> facts(Object come) {
    List<String> facts = new ArrayList<>();
    facts.add(SENT + wire.sentPieces());
    if (Offsets.truth(come, "isConnectResponse")) {
      facts.add(CONNECT);
    }
    Object exchange = wire.exchange();
    if (Offsets.reference(exchange, "bodyIgnored") != null) {
      facts.add(NO_BODY);
    }
    Object impl = Offsets.reference(exchange, "exchImpl");
    String label = impl == null ? null : label(impl);
    if (label != null) {
      facts.add(LABEL + label);
    }
    if (Offsets.reference(come, "sslSession") instanceof SSLSession session) {
      for (String fact : HttpUrlHandshake.facts(session)) {
        facts.add(TLS + fact);
      }
    }
    return facts;
  }

  /** What JDK 25 calls the connection. */
  private static @Nullable String label(Object impl) {
    try {
      Object connection = JdkHttp.call(impl, "connection");
      return connection != null && JdkHttp.has(connection, "label")
          ? String.valueOf(JdkHttp.call(connection, "label"))
          : null;
    } catch (Exception none) {
      return null;
    }
  }

  @Override
  public boolean isDue() {
    Told tape = told;
    String[] facts = tape == null ? null : tape.stringsAt(7);
    return facts == null
        || facts.length == 0
        || !facts[0].startsWith(SENT)
        || wire.sentPieces() >= Integer.parseInt(facts[0].substring(SENT.length()));
  }

  @Override
  public void happen() {
    Throwable failed = failure();
    Told tape = told;
    Object come = tape == null ? response : again(tape);
    CompletableFuture<Object> future = wire.response();
    wire.answered(come);
    if (failed != null) {
      wire.tellFailure(() -> future.completeExceptionally(failed));
    } else {
      wire.tell(() -> future.complete(come));
    }
  }

  /** The JDK's own object, without a connection. */
  private Object again(Told tape) {
    Object exchange = wire.exchange();
    String[] known = tape.stringsAt(7);
    List<String> facts = known == null ? List.of() : List.of(known);
    Object again = Offsets.allocate(JdkHttp.PACKAGE + "Response");
    HttpHead head = HttpHead.of(tape, 5);
    Offsets.put(again, "headers", headers(head));
    Offsets.putInt(again, "statusCode", (int) tape.longAt(3));
    Offsets.put(again, "request", JdkHttp.field(exchange, "request"));
    Offsets.put(again, "exchange", exchange);
    Offsets.put(again, "version", HttpClient.Version.valueOf(String.valueOf(tape.stringAt(2))));
    Offsets.put(again, "isConnectResponse", facts.contains(CONNECT));
    List<String> tls = new ArrayList<>();
    String label = null;
    for (String fact : facts) {
      if (fact.startsWith(TLS)) {
        tls.add(fact.substring(TLS.length()));
      } else if (fact.startsWith(LABEL)) {
        label = fact.substring(LABEL.length());
      }
    }
    if (!tls.isEmpty()) {
      Offsets.put(again, "sslSession", new ToldSession(tls.toArray(new String[0])));
    }
    if (facts.contains(NO_BODY)) {
      Offsets.put(exchange, "bodyIgnored", CompletableFuture.completedFuture(null));
    } else {
      label(standIn(exchange), label);
    }
    return again;
  }

  private static HttpHeaders headers(HttpHead head) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      headers.computeIfAbsent(head.name(i), none -> new ArrayList<>()).add(head.value(i));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private static void label(Object impl, @Nullable String label) {
    if (label != null) {
      Object connection = Offsets.allocate(JdkHttp.PACKAGE + "PlainHttpConnection");
      Offsets.put(connection, "label", label);
      Offsets.put(impl, "connection", connection);
    }
  }

  /** What the upper half takes for the exchange on a connection. */
  static Object standIn(Object exchange) {
    Object known = Offsets.reference(exchange, "exchImpl");
    if (known != null) {
      return known;
    }
    Object impl = Offsets.allocate(JdkHttp.PACKAGE + "Http1Exchange");
    Offsets.put(impl, "exchange", exchange);
    Offsets.put(exchange, "exchImpl", impl);
    return impl;
  }
}
