package dev.tapedeck.runner.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a replayed program printed on one of its streams.
 *
 * @param stream {@code stdout} or {@code stderr}
 * @param digest of all its bytes
 * @param difference where it left the recording; null where all that is on the tape came, in its order
 */
record Printed(String stream, byte[] digest, @Nullable Difference difference) {

  /**
   * The first byte that is another one.
   *
   * @param at how many came before it
   * @param line the line it is in, from 1
   * @param recorded that line on the tape, as far as it is of interest
   * @param replayed the same line as it was printed
   */
  record Difference(long at, long line, String recorded, String replayed) {}

  boolean sameAs(Printed other) {
    return Arrays.equals(digest, other.digest);
  }
}
