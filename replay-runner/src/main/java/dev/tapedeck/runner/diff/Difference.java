package dev.tapedeck.runner.diff;

import dev.tapedeck.tape.Event;
import java.util.List;

/**
 * A stretch of a lane that differs, with its first events.
 *
 * @param values how they differ, where there are as many of the one as of the other
 */
public record Difference(Hunk hunk, List<Event> a, List<Event> b, List<String> values) {

  public String lane() {
    return hunk.lane();
  }

  /** How many events of the one run. */
  public long countA() {
    return hunk.countA();
  }

  /** How many events of the other. */
  public long countB() {
    return hunk.countB();
  }
}
