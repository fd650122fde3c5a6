package dev.tapedeck.runner.json;

import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a tape that a replay cannot use. */
public final class Unreplayable {
  private static final int SHOWN = 10;

  private final boolean isForeign;
  private final List<String> shown = new ArrayList<>();
  private long count;

  private Unreplayable(boolean isForeign) {
    this.isForeign = isForeign;
  }

  /** Looks at the whole tape, if it may hold any. */
  public static Unreplayable of(TapeReader tape) {
    Unreplayable found = new Unreplayable(ForeignTape.is(tape));
    if (tape.kinds().stream().anyMatch(Verbatim::isVerbatim)) {
      for (LaneInfo lane : tape.lanes()) {
        found.look(tape.lane(lane.id()));
      }
    }
    return found;
  }

  /**
   * Stops a replay before it begins.
   *
   * @throws Trouble when there are any; it says which, and why
   */
  public static void check(Path run, TapeReader tape) {
    Unreplayable found = of(tape);
    if (found.count() > 0) {
      throw new Trouble(run + " can be looked at but not replayed: " + found.count()
          + (found.count() == 1 ? " record is" : " records are") + " not whole\n  "
          + String.join("\n  ", found.reasons()));
    }
  }

  public long count() {
    return count;
  }

  /** Which and why; of many, the first. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(shown);
    if (count > shown.size()) {
      reasons.add("and " + (count - shown.size()) + " more");
    }
    return reasons;
  }

  private void look(LaneEvents events) {
    while (events.advance()) {
      String why = Verbatim.isVerbatim(events.kind()) ? whyNot(events.event()) : null;
      if (why != null && count++ < SHOWN) {
        shown.add(why);
      }
    }
  }

  /** Of a tape of ours, no such record is of use: another stood there. */
  private @Nullable String whyNot(Event event) {
    return isForeign ? ForeignTape.whyNot(event) : Verbatim.described(event);
  }
}
