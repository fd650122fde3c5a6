package java.tapedeck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a child process says on a pipe, below the buffer that the JDK gives the program for it.
 *
 * <p>In a replay there is no pipe.
 */
public final class ChildOutput extends InputStream {

  /** The process, as the system calls it. */
  public final long pid;

  /** {@code stdout} or {@code stderr}. */
  public final String stream;

  /** The line that started the process. */
  public final int site;

  private volatile @Nullable InputStream pipe;

  /** What a child says on the pipe; null where there is none. */
  public ChildOutput(long pid, String stream, int site, @Nullable InputStream pipe) {
    this.pid = pid;
    this.stream = stream;
    this.site = site;
    this.pipe = pipe;
  }

  /** Where it comes from; null in a replay. */
  public @Nullable InputStream pipe() {
    return pipe;
  }

  /** A replay must not take the lack of an answer for the end of the stream. */
  private InputStream open() {
    InputStream from = pipe;
    if (from == null) {
      throw new IllegalStateException(
          "there is no process " + pid + ", and no answer from the tape");
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
    Session session = Hooks.session;
    if (session.enter(Calls.CHILD_READ, 0, this, bytes, offset, length)) {
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
  public long skip(long count) throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.CHILD_NUMBER, 0, this, "skip", count)) {
      return Calls.told(session);
    }
    long skipped;
    try {
      skipped = open().skip(count);
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(skipped);
    return skipped;
  }

  @Override
  public int available() throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.CHILD_NUMBER, 0, this, "available", 0L)) {
      return (int) Calls.told(session);
    }
    long available;
    try {
      available = open().available();
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(available);
    return (int) available;
  }

  @Override
  public synchronized void close() throws IOException {
    InputStream from = pipe;
    if (from != null) {
      from.close();
    }
  }

  /**
   * Takes what is still in the pipe and closes it, when the process has ended and nobody reads.
   *
   * <p>As {@code ProcessPipeInputStream.processExited} does; the descriptor must not stay open until
   * the program closes the stream, if it ever does.
   */
  public synchronized void exited() throws IOException {
    InputStream from = pipe;
    if (from == null) {
      return;
    }
    byte[] rest = new byte[0];
    for (int ready = from.available(); ready > 0; ready = from.available()) {
      byte[] more = new byte[rest.length + ready];
      System.arraycopy(rest, 0, more, 0, rest.length);
      int count = from.read(more, rest.length, ready);
      if (count < ready) {
        byte[] fewer = new byte[rest.length + Math.max(0, count)];
        System.arraycopy(more, 0, fewer, 0, fewer.length);
        more = fewer;
      }
      rest = more;
    }
    from.close();
    pipe = new ByteArrayInputStream(rest);
  }
}
