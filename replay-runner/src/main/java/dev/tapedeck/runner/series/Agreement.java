package dev.tapedeck.runner.series;

import dev.tapedeck.runner.report.Outcome;
import dev.tapedeck.runner.speech.Amounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What replays that the agent calls faithful must have in common beside that. */
public final class Agreement {
  private @Nullable List<Printed> printedFirst;
  private int exitStatusFirst;

  /** The outcome of a replay that has ended, in the light of what it printed and of the replays before. */
  public Outcome of(Outcome outcome, int exitStatus, ComparedOutput output) {
    if (!outcome.faithful() && !outcome.faithfulPrefix()) {
      return outcome;
    }
    List<Printed> printed = output.printed();
    for (Printed stream : printed) {
      Printed.Difference difference = stream.difference();
      if (difference != null) {
        return outcome.printedOtherwise(
            stream.stream() + " is not the recorded one from byte "
                + Amounts.number(difference.at()) + " (line " + Amounts.number(difference.line())
                + ") on",
            difference.recorded(),
            difference.replayed());
      }
    }
    if (printedFirst == null) {
      printedFirst = printed;
      exitStatusFirst = exitStatus;
    }
    for (int i = 0; i < printed.size(); i++) {
      if (!printed.get(i).sameAs(printedFirst.get(i))) {
        return outcome.saidOtherwise(
            printed.get(i).stream()
                + " holds all that is on the tape, but what else it holds is not what it held in another replay");
      }
    }
    return outcome.endedWith(exitStatusFirst, exitStatus);
  }
}
