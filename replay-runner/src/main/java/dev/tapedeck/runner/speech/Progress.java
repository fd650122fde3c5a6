package dev.tapedeck.runner.speech;

import java.io.PrintStream;

/** One line on a terminal that says how far a command has come, and that is gone when the command says something. */
public final class Progress {
  private static final int BAR = 30;
  private static final long MIN_NANOS = 100_000_000;

  private final PrintStream err;
  private final boolean seen;
  private long last;
  private boolean stands;

  /**
   * A line that is not there yet.
   *
   * @param seen whether somebody looks on; nothing is written where nobody does
   */
  public Progress(PrintStream err, boolean seen) {
    this.err = err;
    this.seen = seen;
  }

  /** Shows {@code tapedeck: what 3 of 10} with a bar, or {@code tapedeck: what 3} where the end is open (0). */
  public void show(String what, int number, int of) {
    long now = System.nanoTime();
    if (!seen || (stands && number != of && now - last < MIN_NANOS)) {
      return;
    }
    last = now;
    stands = true;
    err.print("\r\033[Ktapedeck: " + what + " " + Amounts.number(number)
        + (of == 0 ? "" : bar(number, of)));
    err.flush();
  }

  /** Shows {@code tapedeck: what 37 %} with a bar, or for how long by now where the share is not known (NaN). */
  public void show(String what, double share, long nanos) {
    if (!seen) {
      return;
    }
    stands = true;
    int full = (int) (BAR * Math.min(1, share));
    err.print("\r\033[Ktapedeck: " + what + " "
        + (Double.isNaN(share)
            ? Amounts.duration(nanos)
            : Math.min(99, (int) (100 * share)) + " % [" + "=".repeat(full) + " ".repeat(BAR - full)
                + "]"));
    err.flush();
  }

  /** As much of it as is done while the number's turn is. */
  private static String bar(int number, int of) {
    int full = (int) ((long) BAR * (number - 1) / of);
    return " of " + Amounts.number(of) + " [" + "=".repeat(full) + " ".repeat(BAR - full) + "]";
  }

  /** Takes the line away. */
  public void clear() {
    if (stands) {
      stands = false;
      err.print("\r\033[K");
      err.flush();
    }
  }
}
