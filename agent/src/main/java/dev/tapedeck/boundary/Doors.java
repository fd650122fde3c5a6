package dev.tapedeck.boundary;

import java.util.List;

/**
 * The doors by what woven code calls them. Each is made when somebody first comes to it, and with it the
 * classes of its boundary are loaded: most programs come to few.
 */
public final class Doors {

  /** In frames, of some hundred bytes each. */
  private static final int DEPTH = 400;

  private final Places places;
  private final Secrets secrets;
  private final Door[] made;

  public Doors(Places places, Secrets secrets) {
    this.places = places;
    this.secrets = secrets;
    this.made = new Door[Boundaries.FIRST_WRAP + places.doors()];
  }

  /** The door of that number. */
  public Door at(int number) {
    Door door = made[number];
    return door != null ? door : make(number);
  }

  /** Makes those that nobody has come to yet. */
  public void makeAll() {
    for (int number = 1; number < made.length; number++) {
      at(number);
    }
  }

  /**
   * Two threads may make the same door; doors have no state, and so it does not matter whose counts.
   *
   * <p>A class that has too little stack to be initialised is lost for ever, so that is tried first.
   */
  private Door make(int number) {
    deepen(DEPTH, number, 1, 2, 3, 4, 5);
    Door door =
        number < Boundaries.FIRST_WRAP ? ReplacedCalls.door(number, secrets) : wrapped(number);
    made[number] = door;
    return door;
  }

  /** One that stands alone, or several in one place, of which a call comes to the first that applies. */
  private Door wrapped(int number) {
    int[] boundaries = places.boundaries(number);
    Door door = declared(boundaries[0], boundaries[1]);
    for (int i = 2; i < boundaries.length; i += 2) {
      door = new OneOf(door, declared(boundaries[i], boundaries[i + 1]));
    }
    return door;
  }

  /** The numbers are needed behind the call, so that a frame has room for them when this is compiled too. */
  private static long deepen(int frames, long a, long b, long c, long d, long e, long f) {
    return frames == 0
        ? a
        : deepen(frames - 1, b, c, d, e, f, a + frames)
            ^ a
            ^ b << 1
            ^ c << 2
            ^ d << 3
            ^ e << 4
            ^ f << 5;
  }

  private Door declared(int boundary, int index) {
    List<Wrap> wraps = Boundaries.wraps(boundary, secrets);
    return wraps.get(index).door();
  }
}
