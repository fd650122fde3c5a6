package java.tapedeck;

/**
 * Replacements for calls by which a task asks for the name or number of the thread that runs it: which
 * of a pool's threads that is, is chance.
 *
 * <p>Each has the receiver first, then the site.
 */
public final class Workers {

  private Workers() {}

  /** Replaces {@link Thread#getName}. */
  public static String getName(Thread thread, int site) {
    if (thread != Thread.currentThread()) {
      return thread.getName();
    }
    Session session = Hooks.session;
    if (session.enter(Calls.WORKER_NAME, site, thread)) {
      return String.valueOf(session.answer());
    }
    String name = thread.getName();
    session.leave(name);
    return name;
  }

  /** Replaces {@link Thread#getId}, which a class of the program may have another for. */
  @SuppressWarnings("deprecation") // until it is gone, programs call it
  public static long getId(Thread thread, int site) {
    if (thread != Thread.currentThread() || Overrides.has(thread, "getId")) {
      return thread.getId();
    }
    Session session = Hooks.session;
    if (session.enter(Calls.WORKER_ID, site, thread)) {
      return Calls.told(session);
    }
    long id = thread.getId();
    session.leave(id);
    return id;
  }

  /** Replaces {@code Thread.threadId} of JDK 19, which says the same. */
  public static long threadId(Thread thread, int site) {
    return getId(thread, site);
  }
}
