package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/**
 * How much is kept, and how long.
 *
 * @param bytes of all runs beneath a directory
 * @param ageMillis since something was last written to a run
 * @param failuresOnly whether the tape of a run that ended well is deleted with its end
 */
public record Limits(long bytes, long ageMillis, boolean failuresOnly) {

  /** Reads what the options say; null where nothing is ever to be deleted. */
  public static @Nullable Limits of(
      @Nullable String maxBytes, @Nullable String maxAge, @Nullable String keep) {
    if (keep != null && !keep.equals("failures") && !keep.equals("all")) {
      throw new TapeException("The agent option 'keep' is all or failures, not " + keep + ".");
    }
    boolean failuresOnly = "failures".equals(keep);
    if (maxBytes == null && maxAge == null && !failuresOnly) {
      return null;
    }
    long bytes = maxBytes == null
        ? Long.MAX_VALUE
        : amount(
            maxBytes,
            "KMGT",
            new long[] {1L << 10, 1L << 20, 1L << 30, 1L << 40},
            1,
            "max-bytes",
            "500M or 20G");
    long age = maxAge == null
        ? Long.MAX_VALUE
        : amount(
            maxAge,
            "smhd",
            new long[] {1_000, 60_000, 3_600_000, 86_400_000},
            0,
            "max-age",
            "12h or 30d");
    return new Limits(bytes, age, failuresOnly);
  }

  boolean deletesOthers() {
    return bytes < Long.MAX_VALUE || ageMillis < Long.MAX_VALUE;
  }

  /**
   * A number and a unit.
   *
   * @param bare what a number without a unit counts; 0 when it needs one
   */
  private static long amount(
      String text, String units, long[] sizes, long bare, String option, String example) {
    int unit = text.isEmpty() ? -1 : units.indexOf(text.charAt(text.length() - 1));
    long size = unit < 0 ? bare : sizes[unit];
    try {
      long number = Long.parseLong(unit < 0 ? text : text.substring(0, text.length() - 1));
      if (size > 0 && number >= 0) {
        return Math.multiplyExact(number, size);
      }
    } catch (NumberFormatException | ArithmeticException no) {
      // said below
    }
    throw new TapeException("The agent option '" + option + "' wants something like " + example
        + ", not " + text + ".");
  }
}
