package dev.tapedeck.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp 3.12 to 5. What finds a connection is a door, and what speaks on it (its codec) has a stand-in with
 * doors of its own; all above (interceptors, the cache, redirects, cookies, authenticators, what listens to
 * a call) runs in a replay too.
 */
final class OkHttp {

  static final String CLIENT = "OkHttp";

  private static final String PACKAGE = "okhttp3/internal/";
  private static final String CONNECTIONS = PACKAGE + "connection/";
  private static final String CALL = CONNECTIONS + "RealCall";
  private static final String TRANSMITTER = CONNECTIONS + "Transmitter";
  private static final String ALLOCATION = CONNECTIONS + "StreamAllocation";
  private static final String FINDER = CONNECTIONS + "ExchangeFinder";
  private static final String CONNECTION = CONNECTIONS + "RealConnection";
  private static final String EXCHANGE = CONNECTIONS + "Exchange";
  private static final String CHAIN = PACKAGE + "http/RealInterceptorChain";
  private static final String RETRY = PACKAGE + "http/RetryAndFollowUpInterceptor";
  private static final String POOL = "okhttp3/ConnectionPool";
  private static final String TIMEOUT = "okio/AsyncTimeout";

  private static final String CODEC = "L" + PACKAGE + "http/ExchangeCodec;";
  private static final String OLD_CODEC = "L" + PACKAGE + "http/HttpCodec;";
  private static final String OPEN_CHAIN = "Lokhttp3/Interceptor$Chain;";
  private static final String OPTIONS = "Lokhttp3/OkHttpClient;";
  private static final String FAILURE = "Ljava/io/IOException;";
  private static final String SOCKET = "Ljava/net/Socket;";
  private static final String STREAMS = PACKAGE + "ws/RealWebSocket$Streams;";

  private OkHttp() {}

  static List<Wrap> wraps(Secrets names) {
    HttpSecrets secrets = new HttpSecrets(names);
    OkFind find = new OkFind(secrets);
    HttpLibraries.Quiet quiet = new HttpLibraries.Quiet();
    OkTold late = new OkTold("whether it is too late");
    OkTold cancelled = new OkTold("whether it is cancelled");
    OkTold again = new OkTold("whether to try again");
    Uncovered webSocket = new Uncovered("a WebSocket of OkHttp");
    OkSwap swap = new OkSwap(secrets);
    return List.of(
        // where a connection comes from
        in(
            CALL,
            "initExchange$okhttp",
            "(L" + CHAIN + ";)L" + EXCHANGE + ";",
            new OkExchange(secrets)),
        in(FINDER, "find", "(" + OPTIONS + OPEN_CHAIN + "Z)" + CODEC, find),
        in(ALLOCATION, "newStream", "(" + OPTIONS + OPEN_CHAIN + "Z)" + OLD_CODEC, find),
        // what speaks on it
        in(CHAIN, "getExchange$okhttp", "()L" + EXCHANGE + ";", swap),
        in(CHAIN, "exchange", "()L" + EXCHANGE + ";", swap),
        in(CHAIN, "httpStream", "()" + OLD_CODEC, swap),
        in(CONNECTION, "newWebSocketStreams", "(L" + EXCHANGE + ";)L" + STREAMS, webSocket),
        in(CONNECTION, "newWebSocketStreams$okhttp", "(L" + EXCHANGE + ";)L" + STREAMS, webSocket),
        in(CONNECTION, "newWebSocketStreams", "(L" + ALLOCATION + ";)L" + STREAMS, webSocket),
        // what becomes of it
        in(CALL, "releaseConnectionNoEvents$okhttp", "()" + SOCKET, new Release()),
        in(TRANSMITTER, "releaseConnectionNoEvents", "()" + SOCKET, new Release()),
        in(ALLOCATION, "release", "()V", quiet),
        in(ALLOCATION, "noNewStreams", "()V", quiet),
        in(ALLOCATION, "streamFailed", "(" + FAILURE + ")V", quiet),
        in(CONNECTION, "cancel", "()V", quiet),
        in(CONNECTION, "noNewExchanges", "()V", quiet),
        in(CONNECTION, "noNewExchanges$okhttp", "()V", quiet),
        in(CONNECTION, "trackFailure", "(L" + CALL + ";" + FAILURE + ")V", quiet),
        in(CONNECTION, "trackFailure$okhttp", "(L" + CALL + ";" + FAILURE + ")V", quiet),
        in(CONNECTION, "trackFailure", "(" + FAILURE + ")V", quiet),
        in(POOL, "evictAll", "()V", quiet),
        in(PACKAGE + "Util", "closeQuietly", "(" + SOCKET + ")V", quiet),
        in(PACKAGE + "_UtilJvmKt", "closeQuietly", "(" + SOCKET + ")V", quiet),
        in(TIMEOUT, "enter", "()V", quiet),
        in(RETRY, "cancel", "()V", new OkCancel()),
        // what is learned of it
        in(TIMEOUT, "exit", "()Z", late),
        in(CALL, "isCanceled", "()Z", cancelled),
        in(TRANSMITTER, "isCanceled", "()Z", cancelled),
        in(RETRY, "isCanceled", "()Z", cancelled),
        in(CALL, "retryAfterFailure", "()Z", again),
        in(TRANSMITTER, "canRetry", "()Z", again),
        in(ALLOCATION, "hasMoreRoutes", "()Z", again),
        in(POOL, "connectionCount", "()I", new OkTold("how many connections")),
        in(POOL, "idleConnectionCount", "()I", new OkTold("how many idle connections")));
  }

  /** Which of them there are, hangs on the version. */
  private static Wrap in(String owner, String name, String descriptor, Door door) {
    return Wrap.maybe(owner, name, descriptor, door);
  }

  /** The call gives its connection back. */
  private static final class Release extends Behind {
    @Override
    public @Nullable Object instead(Crossing crossing) {
      if (crossing.self != null) {
        Offsets.put(crossing.self, "connection", null);
      }
      return null;
    }
  }
}
