package java.tapedeck;

import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * A session for programs with a security manager: what it does for itself is not held against the program's
 * permissions.
 */
@SuppressWarnings("removal")
final class Privileged extends Session {

  private final Session session;

  Privileged(Session session) {
    this.session = session;
  }

  @Override
  public long nanoTime(int site) {
    return AccessController.doPrivileged(new PrivilegedAction<Long>() {
      @Override
      public Long run() {
        return session.nanoTime(site);
      }
    });
  }

  @Override
  public long currentTimeMillis(int site) {
    return AccessController.doPrivileged(new PrivilegedAction<Long>() {
      @Override
      public Long run() {
        return session.currentTimeMillis(site);
      }
    });
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    return AccessController.doPrivileged(new PrivilegedAction<Long>() {
      @Override
      public Long run() {
        return session.nanoTimeAdjustment(offsetSeconds, site);
      }
    });
  }

  @Override
  public void at(int site) {
    session.at(site);
  }

  @Override
  public boolean enter(int door, int site, @Nullable Object self, Object... arguments) {
    return AccessController.doPrivileged(new PrivilegedAction<Boolean>() {
      @Override
      public Boolean run() {
        return session.enter(door, site, self, arguments);
      }
    });
  }

  @Override
  public @Nullable Object answer() {
    return session.answer();
  }

  @Override
  public void leave(@Nullable Object result) {
    AccessController.doPrivileged(new PrivilegedAction<@Nullable Void>() {
      @Override
      public @Nullable Void run() {
        session.leave(result);
        return null;
      }
    });
  }

  @Override
  public void failed(Throwable thrown) {
    AccessController.doPrivileged(new PrivilegedAction<@Nullable Void>() {
      @Override
      public @Nullable Void run() {
        session.failed(thrown);
        return null;
      }
    });
  }

  @Override
  public Method[] methods(Class<?> type, boolean publicOnly, Method[] listed) {
    return AccessController.doPrivileged(new PrivilegedAction<Method[]>() {
      @Override
      public Method[] run() {
        return session.methods(type, publicOnly, listed);
      }
    });
  }

  @Override
  public int hash(Object object) {
    return session.hash(object);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    AccessController.doPrivileged(new PrivilegedAction<@Nullable Void>() {
      @Override
      public @Nullable Void run() {
        session.notice(notice, subject, detail);
        return null;
      }
    });
  }

  @Override
  public void ending(int notice, int status) {
    AccessController.doPrivileged(new PrivilegedAction<@Nullable Void>() {
      @Override
      public @Nullable Void run() {
        session.ending(notice, status);
        return null;
      }
    });
  }
}
