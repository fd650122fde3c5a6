package dev.tapedeck.boundary;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What an exchange of the JDK's {@code HttpClient} fails with. */
final class HttpClientFailures {

  private static final String CALLED = JdkHttp.PACKAGE + "Exchange";
  private static final int DEEPEST = 16;

  private HttpClientFailures() {}

  /** Has the real client give an exchange up. */
  static void cancel(Object exchange, Throwable why) {
    IOException cause = why instanceof IOException known ? known : new IOException(why);
    Out.call(() -> {
      try {
        JdkHttp.call(exchange, "cancel", cause);
      } catch (Exception otherJdk) {
        throw new IllegalStateException(otherJdk);
      }
    });
  }

  /** What the real client says, without what futures wrap it in. */
  static Throwable cause(@Nullable Throwable failure) {
    return clean(unwrapped(failure), 0);
  }

  /** Without what futures wrap it in. */
  static Throwable unwrapped(@Nullable Throwable failure) {
    Throwable at = failure == null ? new IllegalStateException("no response") : failure;
    while ((at instanceof CompletionException || at instanceof ExecutionException)
        && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  /**
   * Takes out of the frames how we have called the client: in the middle of its own call, which therefore
   * stands there twice.
   */
  private static Throwable clean(Throwable thrown, int depth) {
    List<StackTraceElement> frames = new ArrayList<>();
    boolean isTwice = false;
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      boolean isOurs = name.startsWith("dev.tapedeck.") || name.startsWith("java.tapedeck.");
      if (isOurs) {
        while (!frames.isEmpty() && isReflection(frames.get(frames.size() - 1))) {
          frames.remove(frames.size() - 1);
        }
        isTwice = true;
      } else if (!isTwice || !name.equals(CALLED)) {
        isTwice = isTwice && isReflection(frame);
        frames.add(frame);
      } else {
        isTwice = false;
      }
    }
    if (frames.size() < thrown.getStackTrace().length) {
      thrown.setStackTrace(frames.toArray(new StackTraceElement[0]));
    }
    Throwable cause = thrown.getCause();
    if (cause != null && depth < DEEPEST) {
      clean(cause, depth + 1);
    }
    return thrown;
  }

  private static boolean isReflection(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("java.lang.invoke.")
        || name.equals("java.security.AccessController");
  }

  /**
   * What the upper half makes of it where it has given up, because of a time that was over: for that it
   * looks at the connection, and a replay has none.
   */
  static Throwable seen(HttpClientWire wire, Throwable failure) {
    Object multi = wire.multi();
    boolean isTimeout = failure instanceof IOException
        && !(failure instanceof HttpTimeoutException)
        && Offsets.truth(multi, "cancelled")
        && wire.cancels() == 0;
    try {
      Object seen = isTimeout ? JdkHttp.call(multi, "toTimeoutException", failure) : failure;
      return seen instanceof Throwable timeout ? timeout : failure;
    } catch (Exception otherJdk) {
      return failure;
    }
  }
}
