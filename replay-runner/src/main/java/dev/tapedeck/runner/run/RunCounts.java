package dev.tapedeck.runner.run;

import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a run by kind and by site, the most frequent first.
 *
 * @param kinds by name
 * @param sites as text
 */
public record RunCounts(List<Count> kinds, List<Count> sites) {

  /** So many events of that name. */
  public record Count(String name, long events) {}

  /** Reads the whole tape once. */
  public static RunCounts of(TapeReader tape) {
    Map<String, long[]> kinds = new HashMap<>();
    Map<Integer, long[]> sites = new HashMap<>();
    for (LaneInfo lane : tape.lanes()) {
      LaneEvents events = tape.lane(lane.id());
      while (events.advance()) {
        kinds.computeIfAbsent(events.kind().name(), name -> new long[1])[0]++;
        sites.computeIfAbsent(events.site(), site -> new long[1])[0]++;
      }
    }
    // Several doors on one line are one line to a reader.
    Map<String, long[]> lines = new HashMap<>();
    sites.forEach((site, n) ->
        lines.computeIfAbsent(SiteText.of(tape, site), text -> new long[1])[0] += n[0]);
    return new RunCounts(sorted(kinds), sorted(lines));
  }

  private static List<Count> sorted(Map<String, long[]> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()[0]))
        .sorted(Comparator.comparingLong(Count::events).reversed().thenComparing(Count::name))
        .toList();
  }
}
