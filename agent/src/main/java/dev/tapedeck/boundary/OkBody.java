package dev.tapedeck.boundary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.tapedeck.Calls;
import java.tapedeck.HttpBody;
import java.tapedeck.HttpSending;
import org.jspecify.annotations.Nullable;

/** Stands in for where OkHttp reads the body of a response, or writes that of a request. */
final class OkBody implements InvocationHandler {

  private static final int SEGMENT = 8192; // okio's
  private static final byte[] NOTHING = new byte[0];

  private final Object library;
  private final @Nullable Object real;

  /** What is read; null for one that writes. */
  private final @Nullable HttpBody body;

  private final HttpSending sending;
  private @Nullable Object timeout;

  private OkBody(Object library, @Nullable Object real, @Nullable HttpBody body, int site) {
    this.sending = new HttpSending(0, site, null);
    this.library = library;
    this.real = real;
    this.body = body;
  }

  /** One that reads from a source; from the tape alone where that is null. */
  static Object source(Object library, @Nullable Object real, long exchange, int site) {
    InputStream stream = real == null ? null : new Stream(library, real);
    return of(library, "okio.Source", real, new HttpBody(exchange, site, stream, false), site);
  }

  /** One that writes to a sink, or nowhere. */
  static Object sink(Object library, @Nullable Object real, int site) {
    return of(library, "okio.Sink", real, null, site);
  }

  private static Object of(
      Object library, String name, @Nullable Object real, @Nullable HttpBody body, int site) {
    Class<?> type = Members.type(library, name);
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new OkBody(library, real, body, site));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "read":
        return read(arguments[0], (Long) arguments[1]);
      case "write":
        return write(arguments[0], (Long) arguments[1]);
      case "flush":
        return without("flush");
      case "close":
        if (body == null) {
          return without("close");
        }
        body.close();
        return null;
      case "timeout":
        return timeout();
      default:
        return OkCodec.object(proxy, method, arguments);
    }
  }

  private Object timeout() throws Throwable {
    Object known = timeout;
    if (known == null) {
      known = real == null
          ? Members.make(Members.type(library, "okio.Timeout"))
          : Members.call(real, "timeout");
      timeout = known;
    }
    if (known == null) {
      throw new IllegalStateException("the library has no timeout");
    }
    return known;
  }

  private Object read(@Nullable Object buffer, long most) throws Throwable {
    if (body == null || buffer == null) {
      throw new IllegalStateException("nothing is read here");
    }
    byte[] piece = new byte[(int) Math.min(most, SEGMENT)];
    int count = body.read(piece, 0, piece.length);
    if (count > 0) {
      Members.call(buffer, "write", piece, 0, count);
    }
    return (long) count;
  }

  private @Nullable Object write(@Nullable Object buffer, long count) throws Throwable {
    if (buffer == null) {
      throw new IllegalStateException("nothing is written");
    }
    ByteArrayOutputStream piece = new ByteArrayOutputStream((int) count);
    Members.call(buffer, "copyTo", piece, 0L, count);
    byte[] bytes = piece.toByteArray();
    Through.door(
        Calls.HTTP_SEND,
        sending,
        () -> Members.call(open(), "write", buffer, count),
        "write",
        bytes,
        0,
        bytes.length);
    if (real == null) {
      Members.call(buffer, "skip", count);
    }
    return null;
  }

  private @Nullable Object without(String what) throws Throwable {
    return Through.door(
        Calls.HTTP_SEND, sending, () -> Members.call(open(), what), what, NOTHING, 0, 0);
  }

  private Object open() {
    if (real == null) {
      throw new IllegalStateException("there is no connection, and no answer from the tape");
    }
    return real;
  }

  /** A source as a stream. */
  private static final class Stream extends InputStream {

    private final Object library;
    private final Object source;

    Stream(Object library, Object source) {
      this.library = library;
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        Object buffer = Members.make(Members.type(library, "okio.Buffer"));
        int count = number(Members.call(source, "read", buffer, (long) length));
        return count <= 0 ? count : number(Members.call(buffer, "read", bytes, offset, count));
      } catch (Throwable theirs) {
        throw thrown(theirs);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        Members.call(source, "close");
      } catch (Throwable theirs) {
        throw thrown(theirs);
      }
    }

    private static int number(@Nullable Object told) {
      if (told instanceof Number number) {
        return number.intValue();
      }
      throw new IllegalStateException("the library told no number");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException thrown(Throwable theirs) throws T {
      throw (T) theirs;
    }
  }
}
