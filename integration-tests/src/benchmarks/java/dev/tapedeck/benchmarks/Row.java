package dev.tapedeck.benchmarks;

/**
 * One line of the table on one JDK.
 *
 * @param value the ratio, or the figure itself where the budget is one
 * @param budget not to be exceeded; infinite where it is only to be stated
 * @param behind the figures behind it, in words
 */
record Row(String what, double value, double budget, double stretch, String behind) {

  static final double NONE = Double.POSITIVE_INFINITY;

  /** What is only stated. */
  static Row stated(String what, double value, String behind) {
    return new Row(what, value, NONE, NONE, behind);
  }

  boolean isOver() {
    return value > budget;
  }
}
