package dev.tapedeck.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names lanes by who started whom: the second that {@code 0.1} started is {@code 0.1.2}. */
final class LaneNames {

  /** A chain of tasks, each started by the one before, would else have names of any length. */
  private static final int LONGEST = 120;

  private LaneNames() {}

  /**
   * The lanes in the order of their ids, named; a parent's id is lower than its children's.
   *
   * @param defined without names
   * @param used every lane that has events, defined or not
   */
  static List<LaneInfo> name(Map<Integer, LaneInfo> defined, Iterable<Integer> used) {
    TreeMap<Integer, LaneInfo> all = new TreeMap<>(defined);
    for (int id : used) {
      all.putIfAbsent(id, new LaneInfo(id, -1, id, "?" + id, null, 0));
    }
    Map<Integer, String> names = new HashMap<>();
    List<LaneInfo> named = new ArrayList<>();
    for (LaneInfo lane : all.values()) {
      String name = lane.name();
      if (name.isEmpty()) {
        String parent = names.get(lane.parent());
        name = lane.parent() < 0 ? "" + lane.index() : below(parent, lane);
      }
      names.put(lane.id(), name);
      named.add(new LaneInfo(
          lane.id(), lane.parent(), lane.index(), name, lane.threadName(), lane.bornNs()));
    }
    return List.copyOf(named);
  }

  private static String below(@Nullable String parent, LaneInfo lane) {
    String start = parent == null || parent.length() > LONGEST ? "~" + lane.parent() : parent;
    return start + "." + lane.index();
  }
}
