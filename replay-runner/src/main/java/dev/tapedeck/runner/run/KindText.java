package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Kinds;

/** A kind in words: its name, and for a clock also which. */
public final class KindText {
  private KindText() {}

  /** Several kinds may share a name; the id tells which of the clocks was read. */
  public static String of(long id, String name) {
    if (id == Kinds.CLOCK_MILLIS.id()) {
      return name + " currentTimeMillis";
    }
    if (id == Kinds.CLOCK_NANOS.id()) {
      return name + " nanoTime";
    }
    return id == Kinds.CLOCK_EPOCH_NANOS.id() ? name + " Instant" : name;
  }
}
