package dev.tapedeck.tape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each lane's events are, from the first up to the first that is missing. */
final class LaneIndex {

  private static final int LANES_TOLD = 20;

  private final Map<Integer, List<Stretch>> lanes = new TreeMap<>();

  /** Where lanes break off, in words. */
  private final Map<Integer, String> breaks = new TreeMap<>();

  /** The stretches may be in any order. */
  LaneIndex(List<Stretch> stretches) {
    Collections.sort(stretches);
    int from = 0;
    while (from < stretches.size()) {
      int lane = stretches.get(from).lane;
      int to = from;
      while (to < stretches.size() && stretches.get(to).lane == lane) {
        to++;
      }
      lanes.put(lane, unbroken(stretches.subList(from, to)));
      from = to;
    }
  }

  private List<Stretch> unbroken(List<Stretch> ofOneLane) {
    List<Stretch> unbroken = new ArrayList<>();
    long next = 0;
    long behindGap = 0;
    for (Stretch stretch : ofOneLane) {
      if (stretch.count == 0) {
        continue;
      }
      if (stretch.first == next) {
        unbroken.add(stretch);
        next += stretch.count;
      } else {
        behindGap += stretch.count;
      }
    }
    if (behindGap > 0) {
      breaks.put(
          ofOneLane.get(0).lane,
          " breaks off after " + next + " events; " + behindGap + " behind the gap are left out.");
    }
    return List.copyOf(unbroken);
  }

  boolean hasBreaks() {
    return !breaks.isEmpty();
  }

  /** Says which lanes break off. */
  void describeBreaks(List<LaneInfo> named, List<String> problems) {
    int told = 0;
    for (LaneInfo lane : named) {
      String sentence = breaks.get(lane.id());
      if (sentence != null && ++told <= LANES_TOLD) {
        problems.add("Lane " + lane.name() + sentence);
      }
    }
    if (told > LANES_TOLD) {
      problems.add("So do " + (told - LANES_TOLD) + " more lanes.");
    }
  }

  Iterable<Integer> ids() {
    return lanes.keySet();
  }

  List<Stretch> stretches(int lane) {
    return lanes.getOrDefault(lane, List.of());
  }

  long events(int lane) {
    long events = 0;
    for (Stretch stretch : stretches(lane)) {
      events += stretch.count;
    }
    return events;
  }

  long events() {
    long events = 0;
    for (int lane : lanes.keySet()) {
      events += events(lane);
    }
    return events;
  }
}
