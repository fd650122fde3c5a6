package dev.tapedeck.runner.diff;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How two runs differ.
 *
 * @param differences the first of them, the earliest first
 * @param count of all of them
 * @param end how the ends differ, a line each
 */
public record TapeDiff(Mode mode, List<Difference> differences, long count, List<String> end) {
  private static final int KEPT = 100;

  /** Compares them lane by lane; lanes of one name belong together. */
  public static TapeDiff of(TapeReader a, TapeReader b, Mode mode) {
    Found found = new Found();
    Map<String, Integer> lanesA = lanes(a);
    Map<String, Integer> lanesB = lanes(b);
    Set<String> names = new LinkedHashSet<>(lanesA.keySet());
    names.addAll(lanesB.keySet());
    for (String name : names) {
      new LaneDiff(
              name,
              new KeyedLane(a, lanesA.get(name), mode),
              new KeyedLane(b, lanesB.get(name), mode),
              found::add)
          .run();
    }
    List<Hunk> hunks = found.earliestFirst();
    Map<String, Event> eventsA = new HashMap<>();
    Map<String, Event> eventsB = new HashMap<>();
    for (String name : names) {
      collect(a, lanesA.get(name), name, places(hunks, name, true), eventsA);
      collect(b, lanesB.get(name), name, places(hunks, name, false), eventsB);
    }
    List<Difference> differences = hunks.stream()
        .map(hunk -> difference(
            hunk,
            events(hunk.lane(), hunk.a(), eventsA),
            events(hunk.lane(), hunk.b(), eventsB),
            mode))
        .toList();
    return new TapeDiff(mode, differences, found.count, EndDifference.of(a.end(), b.end(), mode));
  }

  public boolean isSame() {
    return count == 0 && end.isEmpty();
  }

  private static Difference difference(Hunk hunk, List<Event> a, List<Event> b, Mode mode) {
    List<String> values = new ArrayList<>();
    for (int i = 0; hunk.countA() == hunk.countB() && i < Math.min(a.size(), b.size()); i++) {
      Event one = a.get(i);
      if (one.kind().equals(b.get(i).kind())) {
        values.addAll(ValueDifference.of(one, b.get(i), mode.of(one.phase())));
      }
    }
    return new Difference(hunk, a, b, values);
  }

  private static Map<String, Integer> lanes(TapeReader tape) {
    Map<String, Integer> lanes = new HashMap<>();
    tape.lanes().stream()
        .sorted(Comparator.comparingInt(LaneInfo::id))
        .forEach(lane -> lanes.putIfAbsent(lane.name(), lane.id()));
    return lanes;
  }

  private static TreeSet<Long> places(List<Hunk> hunks, String lane, boolean first) {
    TreeSet<Long> places = new TreeSet<>();
    for (Hunk hunk : hunks) {
      if (hunk.lane().equals(lane)) {
        for (long place : first ? hunk.a() : hunk.b()) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private static void collect(
      TapeReader tape,
      @Nullable Integer lane,
      String name,
      TreeSet<Long> places,
      Map<String, Event> into) {
    if (lane == null || places.isEmpty()) {
      return;
    }
    for (LaneEvents events = tape.lane(lane);
        events.ordinal() < places.last() && events.advance(); ) {
      if (places.contains(events.ordinal())) {
        into.put(name + ":" + events.ordinal(), events.event());
      }
    }
  }

  private static List<Event> events(String lane, long[] places, Map<String, Event> all) {
    List<Event> events = new ArrayList<>();
    for (long place : places) {
      Event event = all.get(lane + ":" + place);
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  /** Of all that is found, the earliest are kept. */
  private static final class Found {
    private static final Comparator<Hunk> BY_TIME = Comparator.comparingLong(Hunk::moment)
        .thenComparing(Hunk::lane)
        .thenComparing(hunk -> hunk.a().length > 0 ? hunk.a()[0] : -1)
        .thenComparing(hunk -> hunk.b().length > 0 ? hunk.b()[0] : -1);

    private final PriorityQueue<Hunk> latestFirst = new PriorityQueue<>(BY_TIME.reversed());
    private long count;

    void add(Hunk hunk) {
      count++;
      latestFirst.add(hunk);
      if (latestFirst.size() > KEPT) {
        latestFirst.poll();
      }
    }

    List<Hunk> earliestFirst() {
      return latestFirst.stream().sorted(BY_TIME).toList();
    }
  }
}
