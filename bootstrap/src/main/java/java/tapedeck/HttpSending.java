package java.tapedeck;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the program writes the body of a request that is sent while it is written.
 *
 * <p>In a replay nothing is sent.
 */
public final class HttpSending extends OutputStream {

  /** The number of the exchange, from 1, or 0 for the next one of the lane; only for people. */
  public final long exchange;

  /** The line that makes the exchange. */
  public final int site;

  /** Who looks through it for secrets; null for nobody. */
  public @Nullable Object json;

  private final @Nullable OutputStream stream;

  /** The body of a request; without a stream, nothing is sent. */
  public HttpSending(long exchange, int site, @Nullable OutputStream stream) {
    this.exchange = exchange;
    this.site = site;
    this.stream = stream;
  }

  private OutputStream open() {
    OutputStream to = stream;
    if (to == null) {
      throw new IllegalStateException("there is no connection, and no answer from the tape");
    }
    return to;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.HTTP_SEND, 0, this, "write", bytes, offset, length)) {
      session.answer();
      return;
    }
    try {
      open().write(bytes, offset, length);
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }

  @Override
  public void flush() throws IOException {
    without("flush");
  }

  @Override
  public void close() throws IOException {
    without("close");
  }

  private void without(String what) throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.HTTP_SEND, 0, this, what, new byte[0], 0, 0)) {
      session.answer();
      return;
    }
    try {
      if (what.equals("flush")) {
        open().flush();
      } else {
        open().close();
      }
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }
}
