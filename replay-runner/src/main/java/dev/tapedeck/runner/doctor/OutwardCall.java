package dev.tapedeck.runner.doctor;

/**
 * A line of a program that leads out of it where no boundary is.
 *
 * @param what the method that is called, or the native one that is declared
 * @param place class, method, file and line, as a stack trace has it
 */
record OutwardCall(Outward way, String what, String place) implements Comparable<OutwardCall> {

  @Override
  public int compareTo(OutwardCall other) {
    int byWay = way.compareTo(other.way);
    int byWhat = byWay != 0 ? byWay : what.compareTo(other.what);
    return byWhat != 0 ? byWhat : place.compareTo(other.place);
  }
}
