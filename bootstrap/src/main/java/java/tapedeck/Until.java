package java.tapedeck;

/** Thrown and caught by a replay on the thread that reaches the chosen event, for a debugger to see. */
public final class Until extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates one that names the event. */
  public Until(String message) {
    super(message);
  }
}
