package java.tapedeck;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a child process is told on a pipe, below the buffer that the JDK gives the program for it.
 *
 * <p>In a replay there is no pipe.
 */
public final class ChildInput extends OutputStream {

  /** The process, as the system calls it. */
  public final long pid;

  /** The line that started the process. */
  public final int site;

  private volatile @Nullable OutputStream pipe;

  /** What a child is told on the pipe; null where there is none. */
  public ChildInput(long pid, int site, @Nullable OutputStream pipe) {
    this.pid = pid;
    this.site = site;
    this.pipe = pipe;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Session session = Hooks.session;
    if (session.enter(Calls.CHILD_WRITE, 0, this, bytes, offset, length)) {
      session.answer();
      return;
    }
    try {
      OutputStream to = pipe;
      if (to != null) {
        to.write(bytes, offset, length);
      }
    } catch (Throwable thrown) {
      session.failed(thrown);
      throw thrown;
    }
    session.leave(null);
  }

  @Override
  public void close() throws IOException {
    OutputStream to = pipe;
    if (to != null) {
      to.close();
    }
  }

  /** Goes on with what the JDK puts in the pipe's place when the process has ended. */
  public void exited(OutputStream closed) {
    OutputStream to = pipe;
    if (to != null) {
      try {
        to.close();
      } catch (IOException ignored) {
        // as ProcessPipeOutputStream.processExited does
      }
      pipe = closed;
    }
  }
}
