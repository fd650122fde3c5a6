package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URL;
import java.tapedeck.HttpBody;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of {@code HttpURLConnection}, which has been written, and the head of its response. */
final class HttpUrlExchange extends Door {

  private static final String COOKIES = "cookieHandler";
  private static final String MARKS = "marks";
  private static final String KEPT = "kept alive";

  private final HttpSecrets secrets;

  HttpUrlExchange(HttpSecrets secrets) {
    super(Kinds.HTTP_EXCHANGE, Scope.ALL);
    this.secrets = secrets;
  }

  /** When it began, and the program's cookies, which the JDK shall not find meanwhile. */
  private record Begun(long atNs, @Nullable Object cookies) {}

  @Override
  public boolean applies(Crossing crossing) {
    Object connection = connection(crossing);
    Object cookies = Offsets.reference(connection, COOKIES);
    crossing.kept = new Begun(System.nanoTime(), cookies);
    crossing.undo = new PutsBack(connection, cookies);
    Offsets.put(connection, COOKIES, null);
    return true;
  }

  private record PutsBack(Object connection, @Nullable Object cookies) implements Runnable {
    @Override
    public void run() {
      Offsets.put(connection, COOKIES, cookies);
    }
  }

  private static Object client(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("nobody asks");
    }
    return crossing.self;
  }

  private static Object connection(Crossing crossing) {
    return crossing.argument(crossing.count() - 1);
  }

  private static HttpMessage request(Crossing crossing) {
    Object requests = Offsets.reference(client(crossing), "requests");
    if (requests == null) {
      throw new IllegalStateException("nothing was asked");
    }
    return new HttpMessage(requests);
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    HttpMessage request = request(crossing);
    String line = request.requestLine();
    int space = line.indexOf(' ');
    question.putString(HttpUrlConnections.CLIENT);
    question.putString(space < 0 ? line : line.substring(0, space));
    question.putString(secrets.uri(HttpUrlConnections.uri(connection(crossing))));
    request.head().put(question, secrets);
    Object poster = Offsets.reference(client(crossing), "poster");
    byte[] body = poster instanceof ByteArrayOutputStream written ? written.toByteArray() : null;
    byte[] shown = secrets.body(body);
    question.putBytes(shown, 0, shown == null ? 0 : shown.length);
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    Object client = client(crossing);
    HttpMessage response = new HttpMessage(crossing.argument(0));
    long number = HttpNumbers.next();
    String line = response.statusLine();
    String[] words = line.split(" +", 3);
    InputStream body = (InputStream) Offsets.reference(client, "serverInput");
    boolean marks = body != null && body.markSupported();
    answer.putLong(number);
    answer.putLong(crossing.kept instanceof Begun begun ? System.nanoTime() - begun.atNs() : 0);
    answer.putString(words[0]);
    answer.putLong(status(words));
    answer.putString(words.length < 3 ? "" : words[2]);
    response.head().put(answer, secrets);
    answer.putStrings(new String[] {
      line,
      MARKS + '=' + marks,
      KEPT + '=' + Offsets.truth(client, "keepingAlive"),
      "http=" + result
    });
    Offsets.put(client, "serverInput", new HttpBody(number, crossing.site, body, marks));
    crossing.after = cookies(crossing, response);
  }

  private static long status(String[] words) {
    try {
      return words.length < 2 ? -1 : Long.parseLong(words[1]);
    } catch (NumberFormatException other) {
      return -1;
    }
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    Object client = client(crossing);
    String[] facts = answer.stringsAt(7);
    List<String> known = facts == null ? List.of() : List.of(facts);
    HttpMessage response = new HttpMessage(crossing.argument(0));
    response.fill(known.get(0), HttpHead.of(answer, 5));
    Offsets.put(client, "keepingAlive", known.contains(KEPT + "=true"));
    Offsets.put(
        client,
        "serverInput",
        new HttpBody(answer.longAt(0), crossing.site, null, known.contains(MARKS + "=true")));
    crossing.after = cookies(crossing, response);
    return known.contains("http=true");
  }

  /** What the JDK does behind this door: tells the program's cookies of those that came. */
  private static Crossing.@Nullable Afterwards cookies(Crossing crossing, HttpMessage response) {
    Object cookies = crossing.kept instanceof Begun begun ? begun.cookies() : null;
    Object url = Offsets.reference(client(crossing), "url");
    if (!(cookies instanceof CookieHandler program) || !(url instanceof URL address)) {
      return null;
    }
    URI uri = HttpMessage.uri(address);
    Map<String, List<String>> headers = response.headers();
    return uri == null ? null : () -> program.put(uri, headers);
  }
}
