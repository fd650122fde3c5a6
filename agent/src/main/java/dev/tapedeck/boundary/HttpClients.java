package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's {@code java.net.http.HttpClient}. Its upper half (redirects, authentication, cookies, proxy
 * selectors, futures, executors) runs in a replay too; the doors are those of {@code Exchange}, which is
 * one request and its response.
 */
final class HttpClients {

  static final String CLIENT = "HttpClient";

  private static final String INTERNAL = "jdk/internal/net/http/";
  private static final String EXCHANGE = INTERNAL + "Exchange";
  private static final String IMPL = INTERNAL + "HttpClientImpl";
  private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
  private static final String CAUSE = "(Ljava/io/IOException;)V";
  private static final String RESPONSE = "(Ljava/net/http/HttpResponse;Ljava/lang/Throwable;)V";
  private static final String LISTENER = "Ljava/net/http/WebSocket$Listener;";

  private HttpClients() {}

  static List<Wrap> wraps(Secrets names) {
    HttpSecrets secrets = new HttpSecrets(names);
    return List.of(
        Wrap.of(EXCHANGE, "responseAsync", "()" + FUTURE, new HttpClientCalls.Responds(secrets)),
        Wrap.of(
            EXCHANGE,
            "readBodyAsync",
            "(Ljava/net/http/HttpResponse$BodyHandler;)" + FUTURE,
            new HttpClientCalls.Reads()),
        Wrap.of(EXCHANGE, "ignoreBody", "()" + FUTURE, new HttpClientCalls.Ignores()),
        Wrap.of(EXCHANGE, "nullBody", RESPONSE, new Quiet()),
        Wrap.of(EXCHANGE, "released", "()V", new Quiet()),
        Wrap.of(EXCHANGE, "cancel", "()V", new HttpClientCancel()),
        Wrap.of(EXCHANGE, "cancel", CAUSE, new HttpClientCancel()),
        Wrap.of(INTERNAL + "Http1Exchange", "cancel", CAUSE, new Quiet()),
        Wrap.of(INTERNAL + "Stream", "cancel", CAUSE, new Quiet()),
        Wrap.of(IMPL, "start", "()V", new Quiet()),
        Wrap.since(
            21, IMPL, "awaitTermination", "(Ljava/time/Duration;)Z", new Ended("awaitTermination")),
        Wrap.since(21, IMPL, "isTerminated", "()Z", new Ended("isTerminated")),
        Wrap.of(
            IMPL + "$PendingRequest",
            "abort",
            "(Ljava/lang/Throwable;)V",
            new HttpClientAborted.Door()),
        Wrap.of(
            IMPL + "$DelegatingExecutor",
            "ensureExecutedAsync",
            "(Ljava/lang/Runnable;)V",
            new Hidden()),
        Wrap.of(
            INTERNAL + "websocket/BuilderImpl",
            "buildAsync",
            "(Ljava/net/URI;" + LISTENER + ")" + FUTURE,
            new Uncovered("a WebSocket")));
  }

  /** Nothing of the program hangs on what becomes of a connection. */
  private static final class Quiet extends Behind {
    @Override
    public @Nullable Object instead(Crossing crossing) {
      return null;
    }
  }

  /** Whether the client has come to its end, which the program may wait for. */
  private static final class Ended extends Door {

    private final String what;

    Ended(String what) {
      super(Kinds.HTTP_CONNECT, Scope.ALL);
      this.what = what;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(CLIENT);
      question.putString(null);
      question.putString(null);
      question.putString(what);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putStrings(new String[] {String.valueOf(result)});
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      String[] facts = answer.stringsAt(0);
      return facts != null && facts.length > 0 && facts[0].equals("true");
    }
  }

  /** What the client does for itself is no business of the program's executor, who could tell. */
  private static final class Hidden extends Shut {

    private static final ExecutorService POOL = pool();

    Hidden() {
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

    /** In sight the executor is the program's. */
    @Override
    public @Nullable Door at(Crossing crossing) {
      return null;
    }

    @Override
    public boolean applies(Crossing crossing) {
      Runnable work = (Runnable) crossing.argument(0);
      if (HttpClientWork.isDoneAtOnce(work)) {
        work.run();
      } else {
        POOL.execute(work);
      }
      return true;
    }

    private static ExecutorService pool() {
      AtomicInteger made = new AtomicInteger();
      return new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            String name = "tapedeck-http-" + made.incrementAndGet();
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
