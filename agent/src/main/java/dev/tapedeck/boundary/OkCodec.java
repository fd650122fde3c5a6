package dev.tapedeck.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.tapedeck.Calls;
import java.tapedeck.HttpSending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for what speaks HTTP on a connection of OkHttp: {@code ExchangeCodec}, or {@code HttpCodec} of
 * 3.12. One serves one request and its response.
 */
final class OkCodec implements InvocationHandler {

  private static final byte[] NOTHING = new byte[0];

  /** What speaks; null in a replay. */
  private final @Nullable Object real;

  /** Anything of the library. */
  private final Object library;

  private final Object connection;
  private final HttpSecrets secrets;
  private HttpAsked asked;
  private @Nullable HttpAnswer answer;

  private OkCodec(Object library, @Nullable Object real, Object connection, HttpSecrets secrets) {
    this.library = library;
    this.real = real;
    this.connection = connection;
    this.secrets = secrets;
    this.asked = new HttpAsked(OkHttp.CLIENT, secrets, "", "", new HttpHead());
  }

  /**
   * A stand-in.
   *
   * @param real null in a replay
   * @param connection the one that it speaks on in a replay
   */
  static Object of(Object library, @Nullable Object real, Object connection, HttpSecrets secrets) {
    Class<?> type;
    try {
      type = Members.type(library, "okhttp3.internal.http.ExchangeCodec");
    } catch (IllegalStateException before) {
      type = Members.type(library, "okhttp3.internal.http.HttpCodec"); // 3.12
    }
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        new OkCodec(library, real, connection, secrets));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    String name = method.getName();
    switch (name) {
      case "connection":
      case "getConnection":
      case "getCarrier":
        return real == null ? connection : Members.call(real, name);
      case "writeRequestHeaders":
        asked = asked(arguments[0]);
        return head(name, arguments);
      case "flushRequest":
        return send("flush", name, new Object[0]);
      case "finishRequest":
        return send("finish", name, new Object[0]);
      case "createRequestBody":
        return OkBody.sink(library, quiet(name, arguments), asked.site);
      case "readResponseHeaders":
        return response(arguments);
      case "reportedContentLength":
        return Long.parseLong(fact(name, arguments)[0]);
      case "isResponseComplete":
        return Boolean.parseBoolean(fact(name, new Object[0])[0]);
      case "openResponseBodySource":
        return OkBody.source(library, quiet(name, arguments), number(), site());
      case "openResponseBody":
        return body(arguments);
      case "trailers":
      case "peekTrailers":
        return trailers(name);
      case "cancel":
        return quiet(name, new Object[0]);
      default:
        return object(proxy, method, arguments);
    }
  }

  static @Nullable Object object(Object proxy, Method method, @Nullable Object[] arguments) {
    switch (method.getName()) {
      case "hashCode":
        return java.tapedeck.Hashes.identityHashCode(proxy);
      case "equals":
        return proxy == arguments[0];
      case "toString":
        return method.getDeclaringClass().getSimpleName();
      default:
        throw new IllegalStateException("nobody has met " + method + " before");
    }
  }

  private long number() {
    return answer == null ? 0 : answer.number;
  }

  private int site() {
    return answer == null ? 0 : answer.site;
  }

  private Object open() {
    if (real == null) {
      throw new IllegalStateException("there is no connection, and no answer from the tape");
    }
    return real;
  }

  private @Nullable Object head(String name, @Nullable Object[] arguments) throws Throwable {
    Through.door(
        Calls.HTTP_FACT,
        asked,
        () -> {
          Members.call(open(), name, arguments);
          return new String[0];
        },
        "send");
    return null;
  }

  private @Nullable Object send(String what, String name, @Nullable Object[] arguments)
      throws Throwable {
    return Through.door(
        Calls.HTTP_SEND,
        new HttpSending(0, asked.site, null),
        () -> Members.call(open(), name, arguments),
        what,
        NOTHING,
        0,
        0);
  }

  private @Nullable Object quiet(String name, @Nullable Object[] arguments) throws Throwable {
    return Through.door(Calls.HTTP_QUIET, asked, () -> Members.call(open(), name, arguments));
  }

  private String[] fact(String name, @Nullable Object[] arguments) throws Throwable {
    Object told = Through.door(
        Calls.HTTP_FACT,
        asked,
        () -> new String[] {String.valueOf(Members.call(open(), name, arguments))},
        name);
    return told instanceof String[] facts ? facts : new String[0];
  }

  private HttpAsked asked(@Nullable Object request) {
    if (request == null) {
      throw new IllegalStateException("nothing is asked");
    }
    HttpHead head = OkHead.of(Offsets.reference(request, "headers"));
    return new HttpAsked(
        OkHttp.CLIENT,
        secrets,
        String.valueOf(Offsets.reference(request, "method")),
        String.valueOf(Offsets.reference(request, "url")),
        head);
  }

  private @Nullable Object response(@Nullable Object[] arguments) throws Throwable {
    Object told = Through.door(
        Calls.HTTP_EXCHANGE,
        asked,
        () -> OkHead.answer(Members.call(open(), "readResponseHeaders", arguments)));
    if (!(told instanceof HttpAnswer head)) {
      throw new IllegalStateException("no response");
    }
    answer = head;
    return head.real != null ? head.real : OkHead.builder(library, head);
  }

  /** With 3.12 the codec makes the whole body. */
  private Object body(@Nullable Object[] arguments) throws Throwable {
    Object body = quiet("openResponseBody", arguments);
    Object told = Through.door(
        Calls.HTTP_FACT,
        asked,
        () -> new String[] {
          String.valueOf(Offsets.reference(nonNull(body), "contentTypeString")),
          String.valueOf(Members.call(nonNull(body), "contentLength"))
        },
        "openResponseBody");
    String[] facts = (String[]) nonNull(told);
    Object from = body == null ? null : Members.call(body, "source");
    Object source = OkBody.source(library, from, number(), site());
    Object buffered =
        nonNull(Members.callStatic(Members.type(library, "okio.Okio"), "buffer", source));
    return Members.make(
        Members.type(library, "okhttp3.internal.http.RealResponseBody"),
        facts[0].equals("null") ? null : facts[0],
        Long.parseLong(facts[1]),
        buffered);
  }

  private static Object nonNull(@Nullable Object object) {
    if (object == null) {
      throw new IllegalStateException("there is none, and no answer from the tape");
    }
    return object;
  }

  private @Nullable Object trailers(String name) throws Throwable {
    Object told = Through.door(
        Calls.HTTP_FACT,
        asked,
        () -> OkHead.flat(Members.call(open(), name)).toArray(new String[0]),
        name);
    return OkHead.headers(library, List.of((String[]) nonNull(told)));
  }
}
