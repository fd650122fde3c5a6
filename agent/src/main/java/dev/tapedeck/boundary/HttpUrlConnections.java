package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.tapedeck.HttpBody;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's {@code HttpURLConnection}, for http and https. Its upper half (redirects, authentication,
 * cookies, caches) runs in a replay too; the doors are those of {@code sun.net.www.http.HttpClient},
 * which has the connection.
 */
final class HttpUrlConnections {

  static final String CLIENT = "HttpURLConnection";

  private static final String PLAIN = "sun/net/www/http/HttpClient";
  private static final String TLS = "sun/net/www/protocol/https/HttpsClient";
  private static final String CONNECTION = "sun/net/www/protocol/http/HttpURLConnection";
  private static final String SENDING = CONNECTION + "$StreamingOutputStream";
  private static final String USER = "L" + CONNECTION + ";";
  private static final String MESSAGE = "Lsun/net/www/MessageHeader;";

  private HttpUrlConnections() {}

  static List<Wrap> wraps(Secrets names) {
    HttpSecrets secrets = new HttpSecrets(names);
    HttpUrlExchange exchange = new HttpUrlExchange(secrets);
    return List.of(
        Wrap.of(
            PLAIN,
            "New",
            "(Ljava/net/URL;Ljava/net/Proxy;IZ" + USER + ")L" + PLAIN + ";",
            new HttpUrlConnect(secrets, false)),
        Wrap.of(
            TLS,
            "New",
            "(Ljavax/net/ssl/SSLSocketFactory;Ljava/net/URL;Ljavax/net/ssl/HostnameVerifier;"
                + "Ljava/net/Proxy;ZI" + USER + ")L" + PLAIN + ";",
            new HttpUrlConnect(secrets, true)),
        Wrap.of(TLS, "afterConnect", "()V", new HttpUrlHandshake(secrets)),
        Wrap.maybe(PLAIN, "parseHTTP", "(" + MESSAGE + USER + ")Z", exchange),
        Wrap.maybe(
            PLAIN, "parseHTTP", "(" + MESSAGE + "Lsun/net/ProgressSource;" + USER + ")Z", exchange),
        Wrap.of(PLAIN, "finished", "()V", new Quiet()),
        Wrap.of(PLAIN, "closeServer", "()V", new Quiet()),
        Wrap.of(TLS, "closeServer", "()V", new Quiet()),
        Wrap.of(PLAIN, "closeIdleConnection", "()V", new Quiet()),
        Wrap.of(TLS, "closeIdleConnection", "()V", new Quiet()),
        Wrap.of(CONNECTION, "reset", "()V", new Reset()),
        Wrap.of(SENDING, "write", "(I)V", new Sent(secrets, "byte")),
        Wrap.of(SENDING, "write", "([BII)V", new Sent(secrets, "write")),
        Wrap.of(SENDING, "close", "()V", new Sent(secrets, "close")));
  }

  static String uri(Object connection) {
    return Offsets.reference(connection, "url") instanceof URL url ? url.toString() : "";
  }

  static String method(@Nullable Object connection) {
    return connection == null ? "" : String.valueOf(Offsets.reference(connection, "method"));
  }

  /** What becomes of a connection that is not needed for the moment, or any more. */
  private static final class Quiet extends Behind {
    @Override
    public @Nullable Object instead(Crossing crossing) {
      return null;
    }
  }

  /** The JDK reads on what the program has left, to use the connection again: past our stream. */
  private static final class Reset extends Unasked {
    @Override
    void passes(Crossing crossing) {
      Object http = crossing.self == null ? null : Offsets.reference(crossing.self, "http");
      if (http != null && Offsets.reference(http, "serverInput") instanceof HttpBody body) {
        InputStream behind = body.stream();
        Offsets.put(http, "serverInput", behind == null ? InputStream.nullInputStream() : behind);
      }
    }
  }

  /** A piece of a body that is sent while it is written. */
  private static final class Sent extends Door {

    /** Who looks through the body that goes into a stream. */
    private static final Map<Object, JsonBody> BODIES = new WeakHashMap<>();

    private final HttpSecrets secrets;
    private final String what;

    Sent(HttpSecrets secrets, String what) {
      super(Kinds.HTTP_SEND, Scope.ALL);
      this.secrets = secrets;
      this.what = what;
    }

    private @Nullable JsonBody json(@Nullable Object stream) {
      synchronized (BODIES) {
        JsonBody json = BODIES.get(stream);
        JsonBody found = json == null ? secrets.pieces() : json;
        if (found != null && stream != null) {
          BODIES.put(stream, found);
        }
        return found;
      }
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      if (crossing.count() == 3) {
        HttpStreams.put(
            json(crossing.self),
            question,
            (byte[]) crossing.argument(0),
            (int) crossing.number(1),
            (int) crossing.number(2));
      } else if (crossing.count() == 1) {
        byte[] one = {(byte) crossing.number(0)};
        HttpStreams.put(json(crossing.self), question, one, 0, 1);
      } else {
        question.putBytes(null, 0, 0);
      }
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(0);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
      if (crossing.self instanceof OutputStream stream) {
        if (crossing.count() == 0) {
          Offsets.put(stream, "closed", true);
        } else {
          long more = crossing.count() == 3 ? crossing.number(2) : 1;
          Offsets.put(stream, "written", Offsets.number(stream, "written") + more);
        }
      }
      return null;
    }
  }
}
