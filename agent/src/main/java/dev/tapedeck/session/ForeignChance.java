package dev.tapedeck.session;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Random numbers for a program whose tape has none: made up, and the same in each replay of the tape.
 *
 * <p>SplitMix64, as {@code java.util.SplittableRandom} has it; that class is the program's to wake.
 */
final class ForeignChance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int OF_DOUBLE = 11;
  private static final double UNIT = 0x1p-53;

  private long state;

  ForeignChance(long seed) {
    this.state = seed;
  }

  /** What a generator is told that asks so. */
  synchronized Reply of(Kind kind, Asked asked) {
    String what = String.valueOf(asked.fields().get(0));
    if (kind.id() == Kinds.RANDOM_BYTES.id()) {
      return Reply.told(bytes(asked.fields().get(1)));
    }
    boolean isFraction = what.endsWith("Math.random");
    return Reply.told(
        isFraction ? Double.doubleToRawLongBits((next() >>> OF_DOUBLE) * UNIT) : next());
  }

  private Payload bytes(@Nullable Object length) {
    byte[] bytes = new byte[length instanceof Long number ? (int) Math.max(0, number) : 0];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) next();
    }
    return Payload.of(bytes);
  }

  private long next() {
    state += GOLDEN;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
