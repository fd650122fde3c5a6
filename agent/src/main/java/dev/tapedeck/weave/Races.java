package dev.tapedeck.weave;

import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the program in which threads share what nothing orders (JLS 17.4.5): there plain fields, elements of
 * arrays and collections of {@code java.util} have a place in the order too.
 */
public final class Races {

  /** Between the beginnings of names. */
  private static final char SEPARATOR = ':';

  private final String names;

  private Races(String names) {
    this.names = names;
  }

  /**
   * Those whose names begin so.
   *
   * @param names for instance {@code com.acme.cache:org.h2}; null for none
   */
  public static @Nullable Races of(@Nullable String names, Tier order) {
    if (names == null || names.isEmpty()) {
      return null;
    }
    if (!order.holds(Tier.FULL)) {
      throw new TapeException("races=" + names + " wants order=full beside it");
    }
    return new Races(SEPARATOR + names.replace('.', '/') + SEPARATOR);
  }

  /** Whether the class is one of them, by its internal name. */
  boolean has(String name) {
    int from = 1;
    for (int to = names.indexOf(SEPARATOR, from); to > 0; to = names.indexOf(SEPARATOR, from)) {
      if (to > from && name.startsWith(names.substring(from, to))) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }
}
