package java.tapedeck;

/** Events in the life of a program that are no question to the outside but matter to its lanes. */
public final class Notice {

  /** A thread (subject) is about to be started by the current one. */
  public static final int THREAD_STARTING = 1;

  /** The current thread, the subject, runs its first program code. */
  public static final int THREAD_RUNNING = 2;

  /** The current thread, the subject, has ended. */
  public static final int THREAD_ENDED = 3;

  /** A task (subject) is handed to an executor by the current thread. */
  public static final int TASK_SUBMITTED = 4;

  /** The current thread begins to run the task (subject). */
  public static final int TASK_BEGINS = 5;

  /** The current thread has no task any more. */
  public static final int TASK_ENDED = 6;

  /** Nobody caught the throwable (detail) of the thread (subject). */
  public static final int UNCAUGHT = 7;

  /** The shutdown sequence starts; the status is that of {@code System.exit}. */
  public static final int EXIT = 8;

  /** The shutdown sequence starts because the last non-daemon thread has ended. */
  public static final int LAST_THREAD_ENDED = 9;

  /** The shutdown sequence has run its hooks; nothing of the program follows. */
  public static final int SHUTDOWN_DONE = 10;

  /** The process is halted with this status; nothing follows. */
  public static final int HALT = 11;

  /** The current thread is about to load or define a class. */
  public static final int DEFINING = 12;

  /** The current thread has loaded or defined the class (subject), or failed to (null). */
  public static final int DEFINED = 13;

  /** A stack trace is printed, that of the throwable (subject). */
  public static final int DESCRIBED = 14;

  /**
   * A child process shares a standard stream with us; the detail is which. The subject is what it says
   * there, on the way through our hands, and none in a replay.
   */
  public static final int CHILD_SPEAKS = 15;

  /** A child process (subject) is known to have ended. */
  public static final int CHILD_ENDED = 16;

  /** Somebody waits for this future (subject) of a process's end. */
  public static final int END_AWAITED = 17;

  /** Class loaders look for classes at a URL, or at several of an array (subject). */
  public static final int SEARCHED = 18;

  /** There is a security manager, who may ask whoever is on the stack for permissions. */
  public static final int GUARDED = 19;

  /** The current thread begins a task (subject), maybe within another one. */
  public static final int TASK_ENTERED = 20;

  /** The current thread has ended that task (subject), and goes on with what it was about. */
  public static final int TASK_LEFT = 21;

  /** A fork/join pool (subject) is handed a task (detail) that may have a lane already. */
  public static final int TASK_POOLED = 22;

  /** The current thread runs a task (subject) that had a time to wait, and has not been cancelled. */
  public static final int TASK_COMPUTES = 23;

  /** The program's call (subject) leads to what others do for it beside the current lane. */
  public static final int OUTWARD = 24;

  /** The current thread sends a request of a client; the subject carries on with it. */
  public static final int REQUESTED = 25;

  /** The call that has sent a request returns to whoever has made it. */
  public static final int SENT = 26;

  /** The current thread begins to tell the program what has come over a wire. */
  public static final int TELLS = 27;

  /** The current thread has told it. */
  public static final int TOLD = 28;

  /** A virtual thread, the subject, has done what it had to do. */
  public static final int VIRTUAL_ENDED = 29;

  private Notice() {}
}
