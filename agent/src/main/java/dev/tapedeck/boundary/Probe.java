package dev.tapedeck.boundary;

import java.tapedeck.Notice;
import java.util.List;

/**
 * A place in the JDK where something happens in the life of the program.
 *
 * @param owner internal name of the class
 * @param notice a constant of {@link Notice}
 * @param where where in the method it is told
 * @param tells what is told with it
 */
public record Probe(
    String owner, String name, String descriptor, int notice, Where where, Tells tells) {

  /** Where in a method. */
  public enum Where {
    ENTRY,
    EXIT,
    /** Before the method calls {@code Runnable.run}; the runnable is the subject. */
    BEFORE_RUN,
    /** Before the method calls {@code Executor.execute}; the task is the subject. */
    BEFORE_EXECUTE,
    /** Before the method calls {@code DelayScheduler.pend}; the task is the subject. */
    BEFORE_PEND,
    /** Before the method calls {@code StackableScope.popAll}. */
    BEFORE_POP
  }

  /** What goes with the notice. */
  public enum Tells {
    NOTHING,
    THIS,
    /** The first argument, an object. */
    ARGUMENT,
    SECOND_ARGUMENT,
    THIS_AND_ARGUMENT,
    THIS_AND_SECOND_ARGUMENT,
    /** The first argument, an int: an exit status. */
    STATUS
  }

  /** As a name: whichever method. */
  public static final String ANY = "*";

  private static final String THREAD = "java/lang/Thread";
  private static final String VIRTUAL = "java/lang/VirtualThread";
  private static final String SHUTDOWN = "java/lang/Shutdown";
  private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
  private static final String SCHEDULED = "java/util/concurrent/ScheduledThreadPoolExecutor";
  private static final String LOADER = "java/net/URLClassLoader";
  private static final String URLS = "[Ljava/net/URL;";
  private static final String PARENT = "Ljava/lang/ClassLoader;";
  private static final String FACTORY = "Ljava/net/URLStreamHandlerFactory;";
  private static final String ACCESS = "Ljava/security/AccessControlContext;";
  private static final String FUTURE = "java/util/concurrent/CompletableFuture";
  private static final String JOINED = "java/util/concurrent/ForkJoinTask";
  private static final String JOINING = "java/util/concurrent/ForkJoinPool";
  private static final String DELAYED = "java/util/concurrent/DelayScheduler$ScheduledForkJoinTask";
  private static final String CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";
  private static final String SCHEDULED_TASK = "(Ljava/util/concurrent/RunnableScheduledFuture;)V";

  private static final String SEND_ASYNC =
      "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
          + "Ljava/net/http/HttpResponse$PushPromiseHandler;Ljava/util/concurrent/Executor;)"
          + "Ljava/util/concurrent/CompletableFuture;";

  /** All of them. */
  public static final List<Probe> ALL = List.of(
      entry(THREAD, "start", "()V", Notice.THREAD_STARTING, Tells.THIS),
      entry(THREAD, "start", CONTAINER, Notice.THREAD_STARTING, Tells.THIS),
      entry(THREAD, "run", "()V", Notice.THREAD_RUNNING, Tells.THIS),
      entry(THREAD, "exit", "()V", Notice.THREAD_ENDED, Tells.THIS),
      entry(
          THREAD,
          "dispatchUncaughtException",
          "(Ljava/lang/Throwable;)V",
          Notice.UNCAUGHT,
          Tells.THIS_AND_ARGUMENT),
      entry("java/lang/Throwable", "printStackTrace", "()V", Notice.DESCRIBED, Tells.THIS),
      entry(VIRTUAL, "start", CONTAINER, Notice.THREAD_STARTING, Tells.THIS),
      new Probe(
          VIRTUAL,
          "run",
          "(Ljava/lang/Runnable;)V",
          Notice.VIRTUAL_ENDED,
          Where.BEFORE_POP,
          Tells.THIS),
      entry(SHUTDOWN, "exit", "(I)V", Notice.EXIT, Tells.STATUS),
      entry(SHUTDOWN, "shutdown", "()V", Notice.LAST_THREAD_ENDED, Tells.NOTHING),
      new Probe(SHUTDOWN, "shutdown", "()V", Notice.SHUTDOWN_DONE, Where.EXIT, Tells.NOTHING),
      entry(SHUTDOWN, "halt", "(I)V", Notice.HALT, Tells.STATUS),
      entry(POOL, "execute", "(Ljava/lang/Runnable;)V", Notice.TASK_SUBMITTED, Tells.ARGUMENT),
      new Probe(
          POOL,
          "runWorker",
          "(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V",
          Notice.TASK_BEGINS,
          Where.BEFORE_RUN,
          Tells.ARGUMENT),
      entry(POOL, "getTask", "()Ljava/lang/Runnable;", Notice.TASK_ENDED, Tells.NOTHING),
      entry(
          POOL,
          "processWorkerExit",
          "(Ljava/util/concurrent/ThreadPoolExecutor$Worker;Z)V",
          Notice.TASK_ENDED,
          Tells.NOTHING),
      entry(SCHEDULED, "delayedExecute", SCHEDULED_TASK, Notice.TASK_SUBMITTED, Tells.ARGUMENT),
      entry(SCHEDULED, "reExecutePeriodic", SCHEDULED_TASK, Notice.TASK_SUBMITTED, Tells.ARGUMENT),
      entry(JOINED, "fork", "()L" + JOINED + ";", Notice.TASK_SUBMITTED, Tells.THIS),
      entry(JOINED, "doExec", "()I", Notice.TASK_ENTERED, Tells.THIS),
      new Probe(JOINED, "doExec", "()I", Notice.TASK_LEFT, Where.EXIT, Tells.THIS),
      entry(JOINED, "doExec", "()V", Notice.TASK_ENTERED, Tells.THIS),
      new Probe(JOINED, "doExec", "()V", Notice.TASK_LEFT, Where.EXIT, Tells.THIS),
      entry(
          JOINING,
          "externalSubmit",
          "(L" + JOINED + ";)L" + JOINED + ";",
          Notice.TASK_POOLED,
          Tells.THIS_AND_ARGUMENT),
      entry(
          JOINING,
          "poolSubmit",
          "(ZL" + JOINED + ";)L" + JOINED + ";",
          Notice.TASK_POOLED,
          Tells.THIS_AND_SECOND_ARGUMENT),
      entry(
          JOINING,
          "scheduleDelayedTask",
          "(L" + DELAYED + ";)L" + DELAYED + ";",
          Notice.TASK_POOLED,
          Tells.THIS_AND_ARGUMENT),
      new Probe(
          DELAYED, "postExec", "()Z", Notice.TASK_SUBMITTED, Where.BEFORE_PEND, Tells.ARGUMENT),
      entry(DELAYED, "compute", "()Ljava/lang/Object;", Notice.TASK_COMPUTES, Tells.THIS),
      handsOver(""),
      handsOver("$UniCompletion"),
      handsOver("$TaskSubmitter"),
      entry(FUTURE + "$AsyncSupply", "run", "()V", Notice.TASK_ENTERED, Tells.THIS),
      left("$AsyncSupply", "run", "()V"),
      entry(FUTURE + "$AsyncRun", "run", "()V", Notice.TASK_ENTERED, Tells.THIS),
      left("$AsyncRun", "run", "()V"),
      entry(FUTURE + "$Completion", "run", "()V", Notice.TASK_ENTERED, Tells.THIS),
      left("$Completion", "run", "()V"),
      entry(FUTURE + "$Completion", "exec", "()Z", Notice.TASK_ENTERED, Tells.THIS),
      left("$Completion", "exec", "()Z"),
      entry(LOADER, "addURL", "(Ljava/net/URL;)V", Notice.SEARCHED, Tells.ARGUMENT),
      loader(URLS),
      loader(URLS + PARENT),
      loader(URLS + PARENT + FACTORY),
      loader(URLS + ACCESS),
      named(URLS + PARENT),
      named(URLS + PARENT + FACTORY),
      named(URLS + PARENT + ACCESS),
      entry(
          "jdk/internal/net/http/MultiExchange",
          "responseAsync",
          "(Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;",
          Notice.REQUESTED,
          Tells.THIS),
      new Probe(
          "jdk/internal/net/http/HttpClientImpl",
          "sendAsync",
          SEND_ASYNC,
          Notice.SENT,
          Where.EXIT,
          Tells.NOTHING),
      entry("java/lang/SecurityManager", "<init>", "()V", Notice.GUARDED, Tells.NOTHING));

  /** Whichever methods of a future hand their tasks to an executor, whichever that is. */
  private static Probe handsOver(String nested) {
    return new Probe(
        FUTURE + nested, ANY, ANY, Notice.TASK_SUBMITTED, Where.BEFORE_EXECUTE, Tells.ARGUMENT);
  }

  /** Whether it is meant for a method. */
  public boolean isIn(String method, String signature) {
    return name.equals(ANY) || name.equals(method) && descriptor.equals(signature);
  }

  private static Probe left(String task, String name, String descriptor) {
    return new Probe(FUTURE + task, name, descriptor, Notice.TASK_LEFT, Where.EXIT, Tells.THIS);
  }

  private static Probe loader(String parameters) {
    return entry(LOADER, "<init>", "(" + parameters + ")V", Notice.SEARCHED, Tells.ARGUMENT);
  }

  private static Probe named(String parameters) {
    return entry(
        LOADER,
        "<init>",
        "(Ljava/lang/String;" + parameters + ")V",
        Notice.SEARCHED,
        Tells.SECOND_ARGUMENT);
  }

  private static Probe entry(
      String owner, String name, String descriptor, int notice, Tells tells) {
    return new Probe(owner, name, descriptor, notice, Where.ENTRY, tells);
  }
}
