package dev.tapedeck.runner.report;

import dev.tapedeck.runner.speech.Amounts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several replays of one run, and whether all went alike. */
public final class Repetition {
  private static final int NAMED = 3;

  private final int wanted;
  private final List<Integer> diverged = new ArrayList<>();
  private int count;
  private boolean inTrouble;
  private @Nullable ReplayReport decisive;

  public Repetition(int wanted) {
    this.wanted = wanted;
  }

  /** Counts a replay. */
  public void add(ReplayReport report) {
    count++;
    boolean faithful = false;
    switch (report.verdict()) {
      case "faithful", "prefix" -> faithful = true;
      case "diverged" -> diverged.add(count);
      default -> inTrouble = true;
    }
    if (decisive == null || inTrouble || (!faithful && diverged.size() == 1)) {
      decisive = report;
    }
  }

  /** Whether there are replays to come: not when one could not be judged. */
  public boolean goesOn() {
    return count < wanted && !inTrouble;
  }

  public int count() {
    return count;
  }

  /** The numbers of those that diverged, from 1. */
  public List<Integer> diverged() {
    return List.copyOf(diverged);
  }

  /** The report that says most: of the replay without a verdict, else of the first that diverged, else of the first. */
  public ReplayReport decisive() {
    if (decisive == null) {
      throw new IllegalStateException("no replay yet");
    }
    return decisive;
  }

  /** A line for all, and the decisive report if not all are faithful. */
  public String text() {
    String all = "replayed " + times() + ": ";
    String report = "\n" + decisive().text();
    if (inTrouble) {
      return all + "the " + Amounts.ordinal(count) + " could not be judged" + report;
    }
    if (diverged.isEmpty()) {
      String faithful = count == 1 ? "faithful" : "all faithful";
      return all + (decisive().verdict().equals("prefix") ? faithful + report : faithful);
    }
    if (diverged.size() == count) {
      return all + (count == 1 ? "diverged" : "all diverged, the 1st so:") + report;
    }
    return all + Amounts.number(count - diverged.size()) + " faithful, "
        + Amounts.number(diverged.size()) + " diverged (" + named() + ")" + report;
  }

  private String times() {
    String times = count == 1 ? "once" : Amounts.number(count) + " times";
    return count == wanted ? times : times + " of " + Amounts.number(wanted);
  }

  private String named() {
    StringBuilder names = new StringBuilder();
    int shown = diverged.size() > NAMED + 1 ? NAMED : diverged.size();
    for (int i = 0; i < shown; i++) {
      boolean last = i == diverged.size() - 1;
      names
          .append(i == 0 ? "" : last ? " and " : ", ")
          .append("the ")
          .append(Amounts.ordinal(diverged.get(i)));
    }
    int more = diverged.size() - shown;
    return more == 0 ? names.toString() : names + " and " + Amounts.number(more) + " more";
  }
}
