package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** What comes for one exchange of the JDK's {@code HttpClient}: the head of a response, its body, demand for that of the request. */
final class HttpClientWire extends Wire {

  private static final Map<Object, HttpClientWire> WIRES = new WeakHashMap<>();

  final long number = HttpNumbers.next();
  final HttpSecrets secrets;
  final HttpClientRequest request;
  private @Nullable CompletableFuture<Object> response = new CompletableFuture<>();

  /** Who holds the response holds the exchange, and us; so we do not. */
  private WeakReference<@Nullable Object> come = new WeakReference<>(null);

  final CompletableFuture<Object> ignored = new CompletableFuture<>();
  final long begunNs = System.nanoTime();
  private final Object client;
  private final WeakReference<Object> exchange;

  /** How often the program has cancelled the exchange. */
  private int cancels;

  /** Of the body of the request, how many pieces the program has sent, its end included. */
  private int sent;

  private boolean failed;

  private @Nullable HttpClientBody body;

  /** Where the body of the request comes from; null where it has none. */
  volatile @Nullable HttpClientSent publisher;

  /** In a replay, who tells the program, until he has told all that he told when it was recorded. */
  private @Nullable Retelling going;

  /** Where it goes; null until somebody wants it. */
  volatile @Nullable HttpClientPublished published;

  private HttpClientWire(Object exchange, HttpClientRequest request, HttpSecrets secrets) {
    this.exchange = new WeakReference<>(exchange);
    this.secrets = secrets;
    this.client = JdkHttp.field(exchange, "client");
    this.request = request;
  }

  /** The wire of an exchange that begins. */
  static HttpClientWire begun(Object exchange, HttpSecrets secrets) {
    Object multi = JdkHttp.field(exchange, "multi");
    Object request = JdkHttp.field(exchange, "request");
    HttpClientWire wire =
        new HttpClientWire(exchange, HttpClientRequest.of(request, multi, secrets), secrets);
    HttpClientSend send = HttpClientSend.of(multi);
    if (send != null) {
      send.hold(wire);
    }
    synchronized (WIRES) {
      WIRES.put(exchange, wire);
    }
    return wire;
  }

  /** The wire of an exchange whose response is pushed. */
  static HttpClientWire pushed(Object exchange, HttpSecrets secrets) {
    Object request = JdkHttp.field(exchange, "request");
    return new HttpClientWire(exchange, HttpClientRequest.pushed(request, secrets), secrets);
  }

  /** The wire of an exchange that the program has begun; null where it has none. */
  static @Nullable HttpClientWire of(@Nullable Object exchange) {
    synchronized (WIRES) {
      return exchange == null ? null : WIRES.get(exchange);
    }
  }

  /** The exchange; whoever is told of it holds it. */
  Object exchange() {
    Object held = exchange.get();
    if (held == null) {
      throw new IllegalStateException("nobody waits for this exchange any more");
    }
    return held;
  }

  /** The future of the head of the response, until there is one. */
  synchronized CompletableFuture<Object> response() {
    CompletableFuture<Object> future = response;
    if (future == null) {
      throw new IllegalStateException("the exchange has a response already");
    }
    return future;
  }

  /** There is a response, or none to come. */
  synchronized void answered(@Nullable Object head) {
    come = new WeakReference<>(head);
    response = null;
  }

  /** The response, which its reader holds. */
  synchronized Object come() {
    Object head = come.get();
    if (head == null) {
      throw new IllegalStateException("there is no response");
    }
    return head;
  }

  /** What runs the exchanges that follow one another. */
  Object multi() {
    return JdkHttp.field(exchange(), "multi");
  }

  Object executor() {
    return JdkHttp.field(client, "delegatingExecutor");
  }

  /** The exchange has failed, and the program has been told. */
  synchronized void failed() {
    failed = true;
    notifyAll();
  }

  /** Waits until it has; false if that has not come soon. */
  boolean awaitFailure(long patienceMs) {
    long until = System.nanoTime() + patienceMs * 1_000_000;
    while (!hasFailed() && System.nanoTime() < until) {
      pause();
    }
    return hasFailed();
  }

  private synchronized boolean hasFailed() {
    return failed;
  }

  private void pause() {
    try {
      awaitChange(1);
    } catch (InterruptedException theirs) {
      Thread.currentThread().interrupt();
      Thread.onSpinWait();
    }
  }

  /** Who reads, which only a replay asks: it would keep alive what he has read for as long as the exchange is. */
  void body(HttpClientBody next) {
    if (post() == null) {
      body = next;
      changed();
    }
  }

  synchronized void cancelled() {
    cancels++;
    notifyAll();
  }

  synchronized int cancels() {
    return cancels;
  }

  synchronized void sent() {
    sent++;
    notifyAll();
  }

  synchronized int sentPieces() {
    return sent;
  }

  /** The client's selector thread calls the executor, where a program could see it. */
  @Override
  public String threadName() {
    return "HttpClient-" + Offsets.number(client, "id") + "-SelectorManager";
  }

  /**
   * An executor of the JDK's own does not run what it is given before it returns. To ask its handler by its method
   * would be an ordered operation.
   */
  @Override
  public boolean isToldElsewhere() {
    Object delegate = JdkHttp.field(executor(), "delegate");
    return delegate.getClass().getClassLoader() == null
        && !(delegate instanceof ThreadPoolExecutor pool
            && JdkHttp.field(pool, "handler") instanceof ThreadPoolExecutor.CallerRunsPolicy);
  }

  /** Has the program told that the exchange has failed. */
  void tellFailure(Runnable step) {
    tell(() -> {
      try {
        step.run();
      } finally {
        failed();
      }
    });
  }

  /** Has the program told, by the client's executor or by whoever is telling it already; a replay waits for that. */
  void tell(Runnable step) {
    Post recording = post();
    if (recording == null) {
      tellAgain(step);
    } else if (recording.tellsHere()) {
      Telling.tell(site(), step);
    } else {
      recording.handsOver();
      execute(new Telling(site(), step, recording));
    }
  }

  private void tellAgain(Runnable step) {
    Retelling known = going;
    if (known != null) {
      going = isFollowed() ? known : null;
      known.goOn(step, !isFollowed());
    } else {
      Retelling begun = new Retelling(this, step, !isFollowed());
      going = isFollowed() ? begun : null;
      isHandedOver(true);
      execute(begun);
      begun.awaitTold();
    }
  }

  private void execute(Runnable telling) {
    Executor delegate = (Executor) JdkHttp.field(executor(), "delegate");
    try {
      delegate.execute(telling);
    } catch (RejectedExecutionException refused) {
      HttpClientCalls.refused(executor(), telling, refused);
    }
  }

  @Override
  public Arrival again(Kind kind, Told question, Told answer, @Nullable Throwable failure) {
    if (kind.id() == Kinds.HTTP_CONNECT.id()) {
      return HttpClientPromise.WHAT.equals(question.stringAt(3))
          ? HttpClientPromise.again(this, answer.stringsAt(0))
          : new HttpClientFacts(this, answer.stringsAt(0));
    }
    if (kind.id() == Kinds.HTTP_EXCHANGE.id()) {
      return failure == null
          ? HttpClientHead.told(this, answer)
          : HttpClientHead.failed(this, failure);
    }
    String told = String.valueOf(question.stringAt(0));
    Arrival received = received(Arrival.withoutManner(told), question, answer, failure);
    received.follows(Arrival.isAtOnce(told));
    return received;
  }

  private Arrival received(String what, Told question, Told answer, @Nullable Throwable failure) {
    if (what.startsWith(HttpClientSent.PREFIX)) {
      return HttpClientSent.again(this, what, question.longAt(1));
    }
    if (what.equals(HttpClientAborted.WHAT) && failure != null) {
      return new HttpClientAborted(this, failure);
    }
    if (what.equals(HttpClientIgnored.WHAT)) {
      return new HttpClientIgnored(this, failure);
    }
    HttpClientBody reader = body;
    if (reader == null) {
      throw new IllegalStateException("nobody reads the body of this response");
    }
    return reader.again(what, answer, failure);
  }
}
