package java.tapedeck;

/**
 * Replacements for calls by which a task asks for the name of the thread that runs it: which
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
}
