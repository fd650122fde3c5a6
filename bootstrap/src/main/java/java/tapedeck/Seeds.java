package java.tapedeck;

import java.util.concurrent.atomic.AtomicLong;

/** Seeds for random number generators that were not given one. */
public final class Seeds {

  // Keeps generators apart that are made within one tick of the clock, as java.util.Random does.
  private static final AtomicLong UNIQUIFIER = new AtomicLong(8682522807148012L);

  private Seeds() {}

  /** The seed of {@code new Random()}. */
  public static long random() {
    Session session = Hooks.session;
    if (session.enter(Calls.RANDOM_SEED, 0, null)) {
      return Calls.told(session);
    }
    long seed = UNIQUIFIER.addAndGet(1181783497276652981L) ^ System.nanoTime();
    session.leave(seed);
    return seed;
  }

  /** What {@code java.util.Random} mixes with it: nothing any more. */
  public static long none() {
    return 0;
  }
}
