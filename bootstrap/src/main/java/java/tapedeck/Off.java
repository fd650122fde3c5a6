package java.tapedeck;

import java.lang.reflect.Method;
import jdk.internal.misc.VM;
import org.jspecify.annotations.Nullable;

/** The session of a program that is not recorded, not replayed, not yet, or not any more. */
public class Off extends Session {

  /** Such a session. */
  protected Off() {}

  @Override
  public long nanoTime(int site) {
    return System.nanoTime();
  }

  @Override
  public long currentTimeMillis(int site) {
    return System.currentTimeMillis();
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    return VM.getNanoTimeAdjustment(offsetSeconds);
  }

  @Override
  public void at(int site) {}

  @Override
  public boolean enter(int door, int site, @Nullable Object self, Object... arguments) {
    return false;
  }

  @Override
  public @Nullable Object answer() {
    throw new IllegalStateException("nothing was asked");
  }

  @Override
  public void leave(@Nullable Object result) {}

  @Override
  public void failed(Throwable thrown) {}

  @Override
  public Method[] methods(Class<?> type, boolean publicOnly, Method[] listed) {
    return listed;
  }

  @Override
  public int hash(Object object) {
    return System.identityHashCode(object);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {}

  @Override
  public void ending(int notice, int status) {}
}
