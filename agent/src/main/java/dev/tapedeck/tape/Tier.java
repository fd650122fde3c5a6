package dev.tapedeck.tape;

import java.util.Locale;

/** How much is kept of the order in which lanes meet; each holds those before it. */
public enum Tier {
  /** Outputs. */
  IO,
  /** Monitors and locks, and what is built on them. */
  LOCKS,
  /** Atomics, volatile fields and collections without locks. */
  FULL;

  /** The tier of that name; an unknown one is a {@link TapeException}. */
  public static Tier of(String name) {
    for (Tier tier : values()) {
      if (tier.toString().equals(name)) {
        return tier;
      }
    }
    throw new TapeException("there is no order '" + name + "'; there are io, locks and full");
  }

  public boolean holds(Tier other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
