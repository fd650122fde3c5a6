package dev.tapedeck.boundary;

import java.tapedeck.HttpBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Apache's HttpClient 5, classic. The door is its runtime of one execution; redirects, authentication,
 * cookies, caches, decompression, interceptors and retries are above it and run in a replay too.
 */
final class Apache5 extends ApacheVersion {

  private static final String CLIENT = "Apache HttpClient 5";
  private static final String CORE = "org.apache.hc.core5.http.";
  private static final String RUNTIME =
      "org/apache/hc/client5/http/impl/classic/InternalExecRuntime";
  private static final String IO = "org/apache/hc/client5/http/impl/io/";
  private static final String CONTEXT = "Lorg/apache/hc/client5/http/protocol/HttpClientContext;";
  private static final String REQUEST = "Lorg/apache/hc/core5/http/ClassicHttpRequest;";
  private static final String RESPONSE = "Lorg/apache/hc/core5/http/ClassicHttpResponse;";
  private static final String CALLBACK =
      "Lorg/apache/hc/core5/http/io/HttpResponseInformationCallback;";
  private static final String TIME = "Lorg/apache/hc/core5/util/TimeValue;";
  private static final String MODE = "Lorg/apache/hc/core5/io/CloseMode;";

  private static final String ASYNC = "org/apache/hc/client5/http/impl/async/";
  private static final String NIO = "Lorg/apache/hc/core5/http/nio/";
  private static final String DO_EXECUTE = "(Lorg/apache/hc/core5/http/HttpHost;"
      + NIO + "AsyncRequestProducer;"
      + NIO + "AsyncResponseConsumer;"
      + NIO + "HandlerFactory;"
      + "Lorg/apache/hc/core5/http/protocol/HttpContext;"
      + "Lorg/apache/hc/core5/concurrent/FutureCallback;)Ljava/util/concurrent/Future;";

  static List<Wrap> wraps(Secrets names) {
    HttpSecrets secrets = new HttpSecrets(names);
    ApacheExchange exchange = new ApacheExchange(new Apache5(), secrets);
    HttpLibraries.Quiet quiet = new HttpLibraries.Quiet();
    HttpLibraries.Cancel cancel = new HttpLibraries.Cancel();
    String text = "Ljava/lang/String;";
    Uncovered async = new Uncovered("Apache's asynchronous HttpClient");
    return List.of(
        Wrap.maybe(ASYNC + "InternalAbstractHttpAsyncClient", "doExecute", DO_EXECUTE, async),
        Wrap.maybe(ASYNC + "AbstractMinimalHttpAsyncClientBase", "doExecute", DO_EXECUTE, async),
        in("execute", "(" + text + REQUEST + CONTEXT + ")" + RESPONSE, exchange),
        in("execute", "(" + text + REQUEST + CALLBACK + CONTEXT + ")" + RESPONSE, exchange),
        in(
            "acquireEndpoint",
            "(" + text + "Lorg/apache/hc/client5/http/HttpRoute;Ljava/lang/Object;" + CONTEXT
                + ")V",
            said("lease")),
        in("connectEndpoint", "(" + CONTEXT + ")V", said("connect")),
        in("upgradeTls", "(" + CONTEXT + ")V", said("upgrade")),
        in("isExecutionAborted", "()Z", said("whether it is aborted")),
        in("isEndpointAcquired", "()Z", said("whether it is leased")),
        in("isEndpointConnected", "()Z", said("whether it is connected")),
        in("isConnectionReusable", "()Z", said("whether it may be used again")),
        in("cancel", "()Z", cancel),
        Wrap.maybe(IO + "PoolingHttpClientConnectionManager$1", "cancel", "()Z", cancel),
        Wrap.maybe(IO + "BasicHttpClientConnectionManager$1", "cancel", "()Z", cancel),
        in(
            "getEndpointInfo",
            "()Lorg/apache/hc/client5/http/EndpointInfo;",
            new ApacheEndpoint(CLIENT)),
        in("disconnectEndpoint", "()V", quiet),
        in("markConnectionReusable", "(Ljava/lang/Object;" + TIME + ")V", quiet),
        in("markConnectionNonReusable", "()V", quiet),
        in("releaseEndpoint", "()V", quiet),
        in("discardEndpoint", "()V", quiet),
        Wrap.maybe(IO + "PoolingHttpClientConnectionManager", "close", "()V", quiet),
        Wrap.maybe(IO + "PoolingHttpClientConnectionManager", "close", "(" + MODE + ")V", quiet),
        Wrap.maybe(IO + "PoolingHttpClientConnectionManager", "closeExpired", "()V", quiet),
        Wrap.maybe(
            IO + "PoolingHttpClientConnectionManager", "closeIdle", "(" + TIME + ")V", quiet),
        Wrap.maybe(IO + "BasicHttpClientConnectionManager", "close", "()V", quiet),
        Wrap.maybe(IO + "BasicHttpClientConnectionManager", "close", "(" + MODE + ")V", quiet));
  }

  private static Wrap in(String name, String descriptor, Door door) {
    return Wrap.maybe(RUNTIME, name, descriptor, door);
  }

  private static HttpSaid said(String what) {
    return new HttpSaid(CLIENT, what);
  }

  @Override
  Object request(Crossing crossing) {
    return crossing.argument(1);
  }

  @Override
  String entityType() {
    return CORE + "HttpEntity";
  }

  @Override
  HttpAsked asked(Crossing crossing, HttpSecrets secrets) throws Throwable {
    Object request = request(crossing);
    return new HttpAsked(
        CLIENT,
        secrets,
        String.valueOf(Members.call(request, "getMethod")),
        String.valueOf(Members.call(request, "getUri")),
        head(Members.call(request, "getHeaders")));
  }

  @Override
  HttpAnswer answer(Object response, @Nullable Object entity) throws Throwable {
    Object version = Members.call(response, "getVersion");
    return new HttpAnswer(
        version == null ? "" : version.toString(),
        (Integer) nonNull(Members.call(response, "getCode")),
        (String) Members.call(response, "getReasonPhrase"),
        head(Members.call(response, "getHeaders")),
        facts(entity),
        response);
  }

  @Override
  Object response(Crossing crossing, HttpAnswer told, HttpBody body) throws Throwable {
    Object library = request(crossing);
    Object response = Members.make(
        Members.type(library, CORE + "message.BasicClassicHttpResponse"),
        (int) told.status,
        told.reason);
    if (!told.version.isEmpty()) {
      int[] numbers = numbers(told.version);
      Object version =
          Members.make(Members.type(library, CORE + "HttpVersion"), numbers[0], numbers[1]);
      Members.call(response, "setVersion", version);
    }
    fill(response, told.head);
    if (hasEntity(told)) {
      Object entity = Members.make(
          Members.type(library, CORE + "impl.io.IncomingHttpEntity"),
          body,
          length(told),
          isChunked(told),
          Members.call(response, "getFirstHeader", "Content-Type"),
          Members.call(response, "getFirstHeader", "Content-Encoding"));
      Members.call(response, "setEntity", entity);
    }
    return response;
  }
}
