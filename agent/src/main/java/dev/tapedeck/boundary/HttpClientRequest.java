package dev.tapedeck.boundary;

import java.lang.ref.WeakReference;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The JDK's {@code HttpRequestImpl}: what is asked. */
final class HttpClientRequest {

  private static final String PUBLISHER = "requestPublisher";

  /** The last request of what runs exchanges that follow one another. */
  private static final Map<Object, Head> LAST = new WeakHashMap<>();

  final HttpRequest object;
  private final HttpSecrets secrets;

  /** The program's headers and those that the upper half of the client has added. */
  private final HttpHead head;

  private HttpClientRequest(HttpRequest object, HttpSecrets secrets, HttpHead head) {
    this.object = object;
    this.secrets = secrets;
    this.head = head;
  }

  private static HttpHead head(Object object) {
    HttpHead head = new HttpHead();
    try {
      add(head, (HttpHeaders) JdkHttp.call(object, "getUserHeaders"));
      Object builder = JdkHttp.field(object, "systemHeadersBuilder");
      add(head, (HttpHeaders) JdkHttp.call(builder, "build"));
    } catch (Exception otherJdk) {
      throw new IllegalStateException("this JDK has other requests", otherJdk);
    }
    return head;
  }

  static void add(HttpHead head, @Nullable HttpHeaders headers) {
    if (headers != null) {
      for (Map.Entry<String, List<String>> entry : headers.map().entrySet()) {
        for (String value : entry.getValue()) {
          head.add(entry.getKey(), value);
        }
      }
    }
  }

  /**
   * The request of an exchange.
   *
   * <p>If it is asked again after a failure, the lower half has added headers to it meanwhile.
   */
  static HttpClientRequest of(Object object, Object multi, HttpSecrets secrets) {
    synchronized (LAST) {
      Head last = LAST.get(multi);
      HttpHead head = last != null && last.request.get() == object ? last.head : head(object);
      HttpClientRequest request = new HttpClientRequest((HttpRequest) object, secrets, head);
      LAST.put(multi, new Head(new WeakReference<>(object), request.head));
      return request;
    }
  }

  /** The request of an exchange whose response is pushed: as the server has made it. */
  static HttpClientRequest pushed(Object object, HttpSecrets secrets) {
    HttpHead head = new HttpHead();
    HttpRequest request = (HttpRequest) object;
    add(head, request.headers());
    return new HttpClientRequest(request, secrets, head);
  }

  private record Head(WeakReference<Object> request, HttpHead head) {}

  /** What is asked for, without its headers. */
  void askFor(String what, FieldSink question) {
    question.putString(HttpClients.CLIENT);
    question.putString(object.method());
    question.putString(secrets.uri(String.valueOf(object.uri())));
    question.putString(what);
  }

  void ask(FieldSink question) {
    question.putString(HttpClients.CLIENT);
    question.putString(object.method());
    question.putString(secrets.uri(String.valueOf(object.uri())));
    head.put(question, secrets);
    question.putBytes(null, 0, 0);
  }

  HttpRequest.@Nullable BodyPublisher publisher() {
    return Offsets.reference(object, PUBLISHER) instanceof HttpRequest.BodyPublisher publisher
        ? publisher
        : null;
  }

  void publisher(HttpRequest.BodyPublisher publisher) {
    Offsets.put(object, PUBLISHER, publisher);
  }
}
