package dev.tapedeck.boundary;

import java.tapedeck.HttpBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Apache's HttpClient 4.3 to 4.5. The door is the end of its chain of executions, with authentication;
 * redirects, cookies, decompression, interceptors and retries are above it and run in a replay too.
 */
final class Apache4 extends ApacheVersion {

  private static final String CLIENT = "Apache HttpClient 4";
  private static final String HTTP = "org.apache.http.";
  private static final String CHAIN = "org/apache/http/impl/execchain/";
  private static final String HOLDER = CHAIN + "ConnectionHolder";
  private static final String POOL = "org/apache/http/impl/conn/PoolingHttpClientConnectionManager";
  private static final String SINGLE = "org/apache/http/impl/conn/BasicHttpClientConnectionManager";
  private static final String EXECUTE = "(Lorg/apache/http/conn/routing/HttpRoute;"
      + "Lorg/apache/http/client/methods/HttpRequestWrapper;"
      + "Lorg/apache/http/client/protocol/HttpClientContext;"
      + "Lorg/apache/http/client/methods/HttpExecutionAware;)"
      + "Lorg/apache/http/client/methods/CloseableHttpResponse;";
  private static final String IDLE = "(JLjava/util/concurrent/TimeUnit;)V";

  private static final String ASYNC = "org/apache/http/impl/nio/client/";
  private static final String EXECUTE_ASYNC =
      "(Lorg/apache/http/nio/protocol/HttpAsyncRequestProducer;"
          + "Lorg/apache/http/nio/protocol/HttpAsyncResponseConsumer;"
          + "Lorg/apache/http/protocol/HttpContext;"
          + "Lorg/apache/http/concurrent/FutureCallback;)Ljava/util/concurrent/Future;";

  static List<Wrap> wraps(Secrets names) {
    ApacheExchange exchange = new ApacheExchange(new Apache4(), new HttpSecrets(names));
    HttpLibraries.Quiet quiet = new HttpLibraries.Quiet();
    HttpLibraries.Cancel cancel = new HttpLibraries.Cancel();
    Uncovered async = new Uncovered("Apache's asynchronous HttpClient");
    return List.of(
        Wrap.maybe(
            "org/apache/http/impl/client/AbstractHttpClient",
            "doExecute",
            "(Lorg/apache/http/HttpHost;Lorg/apache/http/HttpRequest;"
                + "Lorg/apache/http/protocol/HttpContext;)"
                + "Lorg/apache/http/client/methods/CloseableHttpResponse;",
            new Uncovered("Apache's DefaultHttpClient")),
        Wrap.maybe(ASYNC + "InternalHttpAsyncClient", "execute", EXECUTE_ASYNC, async),
        Wrap.maybe(ASYNC + "MinimalHttpAsyncClient", "execute", EXECUTE_ASYNC, async),
        Wrap.maybe(CHAIN + "MainClientExec", "execute", EXECUTE, exchange),
        Wrap.maybe(CHAIN + "MinimalClientExec", "execute", EXECUTE, exchange),
        Wrap.maybe(HOLDER, "releaseConnection", "()V", quiet),
        Wrap.maybe(HOLDER, "abortConnection", "()V", quiet),
        Wrap.maybe(HOLDER, "close", "()V", quiet),
        Wrap.maybe(HOLDER, "cancel", "()Z", cancel),
        Wrap.maybe(POOL + "$1", "cancel", "()Z", cancel),
        Wrap.maybe(SINGLE + "$1", "cancel", "()Z", cancel),
        Wrap.maybe(HOLDER, "isReleased", "()Z", new HttpSaid(CLIENT, "whether it is released")),
        Wrap.maybe(
            HOLDER, "isReusable", "()Z", new HttpSaid(CLIENT, "whether it may be used again")),
        Wrap.maybe(POOL, "shutdown", "()V", quiet),
        Wrap.maybe(POOL, "closeExpiredConnections", "()V", quiet),
        Wrap.maybe(POOL, "closeIdleConnections", IDLE, quiet),
        Wrap.maybe(SINGLE, "shutdown", "()V", quiet),
        Wrap.maybe(SINGLE, "closeExpiredConnections", "()V", quiet),
        Wrap.maybe(SINGLE, "closeIdleConnections", IDLE, quiet));
  }

  @Override
  Object request(Crossing crossing) {
    return crossing.argument(1);
  }

  @Override
  String entityType() {
    return HTTP + "HttpEntity";
  }

  @Override
  HttpAsked asked(Crossing crossing, HttpSecrets secrets) throws Throwable {
    Object request = request(crossing);
    Object line = nonNull(Members.call(request, "getRequestLine"));
    Object host = nonNull(Members.call(crossing.argument(0), "getTargetHost"));
    String uri = String.valueOf(Members.call(line, "getUri"));
    return new HttpAsked(
        CLIENT,
        secrets,
        String.valueOf(Members.call(line, "getMethod")),
        uri.startsWith("/") ? Members.call(host, "toURI") + uri : uri,
        head(Members.call(request, "getAllHeaders")));
  }

  @Override
  HttpAnswer answer(Object response, @Nullable Object entity) throws Throwable {
    Object line = nonNull(Members.call(response, "getStatusLine"));
    return new HttpAnswer(
        String.valueOf(Members.call(line, "getProtocolVersion")),
        (Integer) nonNull(Members.call(line, "getStatusCode")),
        (String) Members.call(line, "getReasonPhrase"),
        head(Members.call(response, "getAllHeaders")),
        facts(entity),
        response);
  }

  @Override
  Object response(Crossing crossing, HttpAnswer told, HttpBody body) throws Throwable {
    Object library = nonNull(crossing.self);
    int[] numbers = numbers(told.version);
    Object version =
        Members.make(Members.type(library, HTTP + "HttpVersion"), numbers[0], numbers[1]);
    Object line = Members.make(
        Members.type(library, HTTP + "message.BasicStatusLine"),
        version,
        (int) told.status,
        told.reason);
    Object response = Members.make(Members.type(library, HTTP + "message.BasicHttpResponse"), line);
    fill(response, told.head);
    Object holder = null;
    if (hasEntity(told)) {
      Object entity = Members.make(Members.type(library, HTTP + "entity.BasicHttpEntity"));
      Members.call(entity, "setContent", body);
      Members.call(entity, "setContentLength", length(told));
      Members.call(entity, "setChunked", isChunked(told));
      Members.call(
          entity, "setContentType", Members.call(response, "getFirstHeader", "Content-Type"));
      Members.call(
          entity,
          "setContentEncoding",
          Members.call(response, "getFirstHeader", "Content-Encoding"));
      Members.call(response, "setEntity", entity);
      holder =
          Offsets.allocate(Members.type(library, CHAIN.replace('/', '.') + "ConnectionHolder"));
    }
    return Members.make(
        Members.type(library, CHAIN.replace('/', '.') + "HttpResponseProxy"), response, holder);
  }
}
