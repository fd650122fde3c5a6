package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Proxy;
import java.net.URL;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where {@code HttpURLConnection} gets its connection: a new one, or one that was left open. */
final class HttpUrlConnect extends Door {

  private static final String CACHED = "cached";
  private static final String PROXY = "proxy";

  private final HttpSecrets secrets;
  private final boolean isTls;

  HttpUrlConnect(HttpSecrets secrets, boolean isTls) {
    super(Kinds.HTTP_CONNECT, Scope.ALL);
    this.secrets = secrets;
    this.isTls = isTls;
  }

  private URL url(Crossing crossing) {
    return (URL) crossing.argument(isTls ? 1 : 0);
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(HttpUrlConnections.CLIENT);
    question.putString(HttpUrlConnections.method(crossing.argument(crossing.count() - 1)));
    question.putString(secrets.uri(url(crossing).toString()));
    question.putString("connect");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    boolean isCached = result != null && Offsets.truth(result, "cachedHttpClient");
    boolean isProxied = result != null && Offsets.truth(result, "usingProxy");
    answer.putStrings(new String[] {CACHED + '=' + isCached, PROXY + '=' + isProxied});
  }

  /** One whose constructor did not run: that opens the connection. */
  @Override
  public Object retell(Crossing crossing, Told answer) {
    String[] facts = answer.stringsAt(0);
    URL url = url(crossing);
    Object client = Offsets.allocate(
        isTls ? "sun.net.www.protocol.https.HttpsClient" : "sun.net.www.http.HttpClient");
    Object proxy = crossing.argument(isTls ? 3 : 1);
    Offsets.put(client, "proxy", proxy instanceof Proxy given ? given : Proxy.NO_PROXY);
    Offsets.put(client, "host", url.getHost());
    Offsets.put(client, "url", url);
    Offsets.putInt(client, "port", url.getPort() < 0 ? url.getDefaultPort() : url.getPort());
    Offsets.put(client, "clientLock", new ReentrantLock());
    Offsets.put(client, "serverOutput", new PrintStream(OutputStream.nullOutputStream(), false));
    Offsets.put(client, "ignoreContinue", true);
    Offsets.putInt(client, "keepAliveConnections", -1);
    Offsets.putInt(client, "readTimeout", -1);
    Offsets.putInt(client, "connectTimeout", -1);
    Offsets.put(client, "cachedHttpClient", has(facts, CACHED));
    Offsets.put(client, "usingProxy", has(facts, PROXY));
    Object user = crossing.argument(crossing.count() - 1);
    if (user != null && Offsets.has(client, "authcache")) {
      Offsets.put(client, "authcache", Offsets.reference(user, "authCache"));
    }
    if (isTls) {
      Offsets.put(client, "sslSocketFactory", crossing.argument(0));
      Offsets.put(client, "hv", crossing.argument(2));
    }
    return client;
  }

  private static boolean has(String @Nullable [] facts, String name) {
    for (int i = 0; facts != null && i < facts.length; i++) {
      if (facts[i].equals(name + "=true")) {
        return true;
      }
    }
    return false;
  }
}
