package java.tapedeck;

/** The program asked what the tape does not hold. */
public final class Divergence extends Error {

  private static final long serialVersionUID = 1L;

  /** Creates one that says what was asked and what the tape holds there. */
  public Divergence(String message) {
    super(message);
  }
}
