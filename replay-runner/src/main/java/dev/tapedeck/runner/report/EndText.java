package dev.tapedeck.runner.report;

import java.util.List;

/** Two ends that differ: the first line of each, and where they begin to differ. */
final class EndText {
  private EndText() {}

  static void append(StringBuilder text, Divergence divergence) {
    List<String> recorded = divergence.endRecorded().lines().toList();
    List<String> replayed = divergence.endReplayed().lines().toList();
    if (recorded.isEmpty() || replayed.isEmpty()) {
      return;
    }
    int differs = 0;
    while (differs < Math.min(recorded.size(), replayed.size())
        && recorded.get(differs).equals(replayed.get(differs))) {
      differs++;
    }
    append(text, "recorded", recorded, differs);
    append(text, "replayed", replayed, differs);
  }

  private static void append(StringBuilder text, String label, List<String> end, int differs) {
    DivergenceText.line(text, label, end.get(0));
    if (differs > 0) {
      DivergenceText.line(text, "", differs < end.size() ? end.get(differs) : "    and no more");
    }
  }
}
