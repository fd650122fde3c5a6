package dev.tapedeck.runner.doctor;

import dev.tapedeck.runner.speech.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the doctor has to say: what it looked at, and what may be missing on a tape because of what. */
public final class Findings {
  private static final int SHOWN = 20;

  private final List<String> looked = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  /** Something that was looked at and is as it should be. */
  Findings looked(String line) {
    looked.add(line);
    return this;
  }

  /** Something because of which not everything is on the tape. */
  Findings found(String line) {
    found.add(line);
    return this;
  }

  /** What classes call, each way out with its lines. */
  Findings found(ProgramScan scan) {
    for (Outward way : Outward.values()) {
      List<Map.Entry<OutwardCall, Integer>> calls = scan.calls().entrySet().stream()
          .filter(call -> call.getKey().way() == way)
          .toList();
      if (!calls.isEmpty()) {
        found(way.noun() + " (" + way.consequence() + "):");
        calls.stream().limit(SHOWN).forEach(call -> found(line(call)));
        if (calls.size() > SHOWN) {
          found("  and " + Amounts.count(calls.size() - SHOWN, "more line"));
        }
      }
    }
    scan.unreadable().forEach(problem -> found("cannot be looked through: " + problem));
    return this;
  }

  /** Whether there is nothing that could be missing. */
  public boolean isWell() {
    return found.isEmpty();
  }

  /** All of it, line by line. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(looked);
    all.addAll(found);
    if (found.isEmpty()) {
      all.add("nothing was found that would be missing on a tape");
    }
    return all;
  }

  private static String line(Map.Entry<OutwardCall, Integer> call) {
    OutwardCall where = call.getKey();
    String calls = where.way() == Outward.NATIVE_METHOD ? "" : where.what() + " at ";
    return "  " + Amounts.number(call.getValue()) + ": " + calls + where.place();
  }
}
