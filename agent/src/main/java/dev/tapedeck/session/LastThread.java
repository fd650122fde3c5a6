package dev.tapedeck.session;

import java.lang.reflect.Method;

/**
 * In replay, ends a program as the JVM does when the last thread of it has ended. It is called like the JVM's, and
 * has its lane.
 */
final class LastThread extends Thread {

  private final int status;

  LastThread(int status) {
    super(null, null, "DestroyJavaVM", 0, false);
    this.status = status;
    setDaemon(true);
  }

  @Override
  public void run() {
    try {
      Method shutdown = Class.forName("java.lang.Shutdown").getDeclaredMethod("shutdown");
      shutdown.setAccessible(true);
      shutdown.invoke(null);
    } catch (ReflectiveOperationException otherJdk) {
      return; // then it ends when their time is over
    }
    Runtime.getRuntime().halt(status);
  }
}
