package dev.tapedeck.runner.launch;

/** Thrown out of a series of child processes when this command was told to end. */
public final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int BY_CTRL_C = 130;

  private final int exitStatus;

  private Ended(int exitStatus) {
    super("told to end");
    this.exitStatus = exitStatus;
  }

  static Ended betweenChildren() {
    return new Ended(BY_CTRL_C);
  }

  /** The signal that ended the child is the one that ends us. */
  static Ended withChild(int status) {
    return new Ended(Children.isOfSignalToEnd(status) ? status : BY_CTRL_C);
  }

  /** What the command ends with. */
  public int exitStatus() {
    return exitStatus;
  }
}
