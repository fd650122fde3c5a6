package java.tapedeck;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the hooks: a recorder, a replayer, or nothing at all.
 *
 * <p>Woven code never learns which one it talks to.
 */
public abstract class Session {

  /** Answers {@link System#nanoTime}; nanoseconds. */
  public abstract long nanoTime(int site);

  /** Answers {@link System#currentTimeMillis}; milliseconds since the epoch. */
  public abstract long currentTimeMillis(int site);

  /** Answers {@code jdk.internal.misc.VM.getNanoTimeAdjustment}; nanoseconds from the offset. */
  public abstract long nanoTimeAdjustment(long offsetSeconds, int site);

  /** Remembers the program's line that is about to call into the JDK; 0 forgets it. */
  public abstract void at(int site);

  /**
   * Stands before a door; true when the answer is there already and the door must stay shut.
   *
   * <p>After true follows one {@link #answer}; after false follows one {@link #leave} or {@link
   * #failed}.
   */
  public abstract boolean enter(int door, int site, @Nullable Object self, Object... arguments);

  /** Hands out the answer that {@link #enter} announced, or throws the failure that was recorded. */
  public abstract @Nullable Object answer();

  /** Takes what the door really returned; null for void. */
  public abstract void leave(@Nullable Object result);

  /** Takes what the door really threw. */
  public abstract void failed(Throwable thrown);

  /**
   * The program is called from behind a door: from now on it is heard again. What is returned goes to
   * {@link #behind}.
   */
  public @Nullable Object ahead() {
    return null;
  }

  /** The program's part is done. */
  public void behind(@Nullable Object before) {}

  /** Puts the methods of a class, as the JVM lists them, into the order that the program shall see. */
  public abstract Method[] methods(Class<?> type, boolean publicOnly, Method[] listed);

  /** Gives the object its identity hash code if it has none, and says which it has. */
  public abstract int hash(Object object);

  /** Hears of an event in the life of the program; see {@link Notice}. */
  public abstract void notice(int notice, @Nullable Object subject, @Nullable Object detail);

  /** Hears of a shutdown or halt with its exit status. */
  public abstract void ending(int notice, int status);
}
