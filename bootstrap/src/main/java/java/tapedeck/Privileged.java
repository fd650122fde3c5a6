package java.tapedeck;

import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * A session for programs with a security manager: what it does for itself is not held against the program's
 * permissions.
 */
@SuppressWarnings({"removal", "NullAway"}) // what an act returns hangs on which it is
final class Privileged extends Session {

  private final Session session;

  Privileged(Session session) {
    this.session = session;
  }

  @Override
  public long nanoTime(int site) {
    return (Long) does(Act.NANO_TIME, site, 0, null, null);
  }

  @Override
  public long currentTimeMillis(int site) {
    return (Long) does(Act.CURRENT_TIME_MILLIS, site, 0, null, null);
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    return (Long) does(Act.NANO_TIME_ADJUSTMENT, site, 0, offsetSeconds, null);
  }

  @Override
  public void at(int site) {
    session.at(site);
  }

  @Override
  public boolean enter(int door, int site, @Nullable Object self, Object... arguments) {
    return (Boolean) does(Act.ENTER, door, site, self, arguments);
  }

  @Override
  public @Nullable Object answer() {
    return session.answer();
  }

  @Override
  public void leave(@Nullable Object result) {
    does(Act.LEAVE, 0, 0, result, null);
  }

  @Override
  public void failed(Throwable thrown) {
    does(Act.FAILED, 0, 0, thrown, null);
  }

  @Override
  public @Nullable Object ahead() {
    return session.ahead();
  }

  @Override
  public void behind(@Nullable Object before) {
    session.behind(before);
  }

  @Override
  public Method[] methods(Class<?> type, boolean publicOnly, Method[] listed) {
    return (Method[]) does(Act.METHODS, publicOnly ? 1 : 0, 0, type, listed);
  }

  @Override
  public int hash(Object object) {
    return session.hash(object);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    does(Act.NOTICE, notice, 0, subject, detail);
  }

  @Override
  public void ending(int notice, int status) {
    does(Act.ENDING, notice, status, null, null);
  }

  private @Nullable Object does(
      int what, int number, int another, @Nullable Object first, @Nullable Object second) {
    return AccessController.doPrivileged(new Act(session, what, number, another, first, second));
  }

  /** One call of the session. A class for each would be eight more to define at each start. */
  private static final class Act implements PrivilegedAction<@Nullable Object> {

    static final int NANO_TIME = 0;
    static final int CURRENT_TIME_MILLIS = 1;
    static final int NANO_TIME_ADJUSTMENT = 2;
    static final int ENTER = 3;
    static final int LEAVE = 4;
    static final int FAILED = 5;
    static final int METHODS = 6;
    static final int NOTICE = 7;
    static final int ENDING = 8;

    private final Session session;
    private final int what;
    private final int number;
    private final int another;
    private final @Nullable Object first;
    private final @Nullable Object second;

    Act(
        Session session,
        int what,
        int number,
        int another,
        @Nullable Object first,
        @Nullable Object second) {
      this.session = session;
      this.what = what;
      this.number = number;
      this.another = another;
      this.first = first;
      this.second = second;
    }

    @Override
    public @Nullable Object run() {
      switch (what) {
        case NANO_TIME:
          return session.nanoTime(number);
        case CURRENT_TIME_MILLIS:
          return session.currentTimeMillis(number);
        case NANO_TIME_ADJUSTMENT:
          return session.nanoTimeAdjustment((Long) first, number);
        case ENTER:
          return session.enter(number, another, first, (Object[]) second);
        case METHODS:
          return session.methods((Class<?>) first, number != 0, (Method[]) second);
        case LEAVE:
          session.leave(first);
          return null;
        case FAILED:
          session.failed((Throwable) first);
          return null;
        case NOTICE:
          session.notice(number, first, second);
          return null;
        default:
          session.ending(number, another);
          return null;
      }
    }
  }
}
