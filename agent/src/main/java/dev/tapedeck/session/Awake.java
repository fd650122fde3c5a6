package dev.tapedeck.session;

/**
 * Wakes the classes of the JDK that come to a door when they are initialised, before the program
 * starts: else it would depend on what we use who asks there.
 */
public final class Awake {

  private static final String[] ASKING = {
    "java.util.concurrent.ThreadLocalRandom", "java.time.Clock",
  };

  private Awake() {}

  /** Wakes them; call before the weaver comes. */
  public static void all() throws ClassNotFoundException {
    for (String name : ASKING) {
      Class.forName(name, true, null);
    }
  }
}
