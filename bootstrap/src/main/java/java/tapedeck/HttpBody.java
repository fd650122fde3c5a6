package java.tapedeck;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, as the program reads it: where a client library would hand out its own stream.
 *
 * <p>In a replay there is none behind it.
 */
public final class HttpBody extends InputStream {

  /** The number of the exchange, from 1; only for people. */
  public final long exchange;

  /** The line that made the exchange. */
  public final int site;

  /** Who looks through it for secrets; null for nobody. */
  public @Nullable Object json;

  private final @Nullable InputStream stream;
  private final boolean marks;

  /** What has been read since {@link #mark}; null while nothing is marked. */
  private byte @Nullable [] marked;

  private int markedLength;

  /** How far it has been read again. */
  private int again;

  /**
   * The body of an exchange.
   *
   * @param stream where it comes from; null in a replay
   * @param marks whether the program is told that it may set marks
   */
  public HttpBody(long exchange, int site, @Nullable InputStream stream, boolean marks) {
    this.exchange = exchange;
    this.site = site;
    this.stream = stream;
    this.marks = marks;
  }

  /** Where it comes from; null in a replay. */
  public @Nullable InputStream stream() {
    return stream;
  }

  /** A replay must not take the lack of an answer for the end of the body. */
  private InputStream open() {
    InputStream from = stream;
    if (from == null) {
      throw new IllegalStateException("there is no response, and no answer from the tape");
    }
    return from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    byte[] kept = marked;
    if (kept != null && again < markedLength) {
      int count = Math.min(length, markedLength - again);
      System.arraycopy(kept, again, bytes, offset, count);
      again += count;
      return count;
    }
    int count = receive(bytes, offset, length);
    if (kept != null && count > 0) {
      kept = kept.length < markedLength + count
          ? Arrays.copyOf(kept, Math.max(2 * kept.length, markedLength + count))
          : kept;
      System.arraycopy(bytes, offset, kept, markedLength, count);
      markedLength += count;
      again = markedLength;
      marked = kept;
    }
    return count;
  }

  private int receive(byte[] bytes, int offset, int length) throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.HTTP_RECEIVE, 0, this, "read", (long) length, bytes, offset)) {
      return (int) Calls.told(session);
    }
    int count;
    try {
      count = open().read(bytes, offset, length);
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave((long) count);
    return count;
  }

  @Override
  public int available() throws IOException {
    if (again < markedLength) {
      return markedLength - again;
    }
    Session session = Hooks.session;
    if (session.enter(Calls.HTTP_RECEIVE, 0, this, "available", 0L)) {
      return (int) Calls.told(session);
    }
    int count;
    try {
      count = open().available();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave((long) count);
    return count;
  }

  @Override
  public void close() throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.HTTP_RECEIVE, 0, this, "close", 0L)) {
      session.answer();
      return;
    }
    try {
      open().close();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(0L);
  }

  @Override
  public boolean markSupported() {
    return marks;
  }

  @Override
  public synchronized void mark(int limit) {
    if (!marks) {
      return;
    }
    byte[] kept = marked;
    if (kept == null || again == markedLength) {
      marked = new byte[64];
      markedLength = 0;
    } else {
      marked = Arrays.copyOfRange(kept, again, markedLength);
      markedLength -= again;
    }
    again = 0;
  }

  @Override
  public synchronized void reset() throws IOException {
    if (marked == null) {
      throw new IOException(marks ? "Resetting to invalid mark" : "mark/reset not supported");
    }
    again = 0;
  }
}
