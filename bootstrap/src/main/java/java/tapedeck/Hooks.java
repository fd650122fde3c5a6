package java.tapedeck;

import java.lang.reflect.Method;
import jdk.internal.misc.VM;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls instead of a door, or around one.
 *
 * <p>Every method asks the session of the moment. Nothing is decided here.
 */
public final class Hooks {

  /** The session of the moment; replaced when the program starts and when it ends. */
  public static volatile Session session = new Off();

  private Hooks() {}

  /** Ends the session, which is followed by what knows what may still happen. */
  public static synchronized void end(Session last) {
    session = last;
    Order.orderer = new Orderer();
  }

  /** From now on the session acts with its own permissions, whatever the program's are. */
  public static synchronized void guarded() {
    if (!(session instanceof Privileged)) {
      session = new Privileged(session);
    }
  }

  /** Replaces {@link System#nanoTime}. */
  public static long nanoTime(int site) {
    return session.nanoTime(site);
  }

  /** Replaces {@link System#currentTimeMillis}. */
  public static long currentTimeMillis(int site) {
    return session.currentTimeMillis(site);
  }

  /** Replaces {@code VM.getNanoTimeAdjustment}, the clock behind {@code Instant.now}. */
  public static long getNanoTimeAdjustment(long offsetSeconds, int site) {
    return session.nanoTimeAdjustment(offsetSeconds, site);
  }

  /** Stands before a program's call into the JDK that may come to a door. */
  public static void at(int site) {
    session.at(site);
  }

  /** Stands at the entry of a wrapped body; true when {@link #answer} has the answer. */
  public static boolean enter(int door, @Nullable Object self, Object[] arguments) {
    return session.enter(door, 0, self, arguments);
  }

  /** Hands out the answer that {@link #enter} announced. */
  public static @Nullable Object answer() {
    return session.answer();
  }

  /** Stands before each return of a wrapped body. */
  public static void leave(@Nullable Object result) {
    session.leave(result);
  }

  /** Stands before the rethrow of what a wrapped body threw. */
  public static void failed(Throwable thrown) {
    session.failed(thrown);
  }

  /** Stands behind {@code Class.getDeclaredMethods0}. */
  public static Method[] methods(Class<?> type, Method[] listed, boolean publicOnly) {
    return session.methods(type, publicOnly, listed);
  }

  /** Tells of an event in the life of the program. */
  public static void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    session.notice(notice, subject, detail);
  }

  /** Tells of a shutdown or halt with its exit status. */
  public static void ending(int notice, int status) {
    session.ending(notice, status);
  }

  /** The time zone adjustment's real door, for a session that records it. */
  public static long realNanoTimeAdjustment(long offsetSeconds) {
    return VM.getNanoTimeAdjustment(offsetSeconds);
  }
}
