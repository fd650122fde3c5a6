package dev.tapedeck.boundary;

/**
 * Work of the JDK's {@code HttpClient} on a connection of HTTP/1.1: what has come is taken apart, what goes out is written.
 * The client's selector hands it to the executor because it calls the program; below the cut it calls us, who never wait,
 * and so the selector may do it itself. Of HTTP/2 it must not: there the program is waited for when something is pushed.
 */
final class HttpClientWork {

  private static final String RECEIVER = "Http1AsyncReceiver";

  /** With assertions of its own the JDK says that its selector does no such thing. */
  private static final boolean MAY_BE_DONE_AT_ONCE =
      !JdkHttp.type(RECEIVER).desiredAssertionStatus();

  private HttpClientWork() {}

  static boolean isDoneAtOnce(Runnable work) {
    if (!MAY_BE_DONE_AT_ONCE
        || !work.getClass().getName().endsWith(".SequentialScheduler$SchedulableTask")) {
      return false;
    }
    Object scheduled = JdkHttp.field(JdkHttp.field(work, "this$0"), "restartableTask");
    return scheduled.getClass().getName().endsWith("$LockingRestartableTask")
        && isOfHttp1(JdkHttp.field(scheduled, "mainLoop").getClass().getName());
  }

  private static boolean isOfHttp1(String loop) {
    return loop.startsWith(JdkHttp.PACKAGE + RECEIVER + '$')
        || loop.equals(JdkHttp.PACKAGE + "Http1Exchange$Http1Publisher$WriteTask");
  }
}
