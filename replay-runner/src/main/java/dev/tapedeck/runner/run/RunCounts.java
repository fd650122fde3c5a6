package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.FieldType;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run by kind and by site, the most frequent first, and by lane.
 *
 * @param kinds by name
 * @param lanes in the order of the tape
 * @param sites as text
 * @param processes the programs that were started, and how often
 */
public record RunCounts(
    List<Count> kinds, List<LaneCount> lanes, List<Count> sites, Map<String, Integer> processes) {

  /** So many events of that name, and how many bytes the program was told or told others with them. */
  public record Count(String name, long events, long bytes) {}

  /** So many events of a lane, with so many bytes. */
  public record LaneCount(LaneInfo lane, long events, long bytes) {}

  /** Reads the whole tape once; of a closed one the bytes and processes are not known, and are none. */
  public static RunCounts of(TapeReader tape) {
    Map<String, Sum> kinds = new HashMap<>();
    Map<Integer, Sum> sites = new HashMap<>();
    List<LaneCount> lanes = new ArrayList<>();
    Map<String, Integer> processes = new TreeMap<>();
    for (LaneInfo lane : tape.lanes()) {
      Sum whole = new Sum();
      for (LaneEvents events = tape.lane(lane.id()); events.advance(); ) {
        Event event = !tape.isClosed() && isCountedWhole(events.kind()) ? events.event() : null;
        long bytes = event == null ? 0 : bytes(event);
        String kind = event != null && Verbatim.isVerbatim(event)
            ? Verbatim.kind(event)
            : events.kind().name();
        whole.add(bytes);
        kinds.computeIfAbsent(kind, name -> new Sum()).add(bytes);
        sites.computeIfAbsent(events.site(), site -> new Sum()).add(bytes);
        if (event != null && kind.equals("process_spawn") && !Verbatim.isVerbatim(event)) {
          processes.merge(String.valueOf(event.question()[0]), 1, Integer::sum);
        }
      }
      lanes.add(new LaneCount(lane, whole.events, whole.bytes));
    }
    // Several doors on one line are one line to a reader.
    Map<String, Sum> lines = new HashMap<>();
    sites.forEach((site, sum) ->
        lines.computeIfAbsent(SiteText.of(tape, site), text -> new Sum()).add(sum));
    return new RunCounts(sorted(kinds), lanes, sorted(lines), processes);
  }

  /** Whether an event must be looked at to be counted. */
  private static boolean isCountedWhole(Kind kind) {
    return kind.name().equals("process_spawn")
        || Verbatim.isVerbatim(kind)
        || kind.question().stream().anyMatch(field -> field.type() == FieldType.BYTES)
        || kind.answer().stream().anyMatch(field -> field.type() == FieldType.BYTES);
  }

  private static long bytes(Event event) {
    return bytes(event.question()) + bytes(event.answer());
  }

  private static long bytes(@Nullable Object[] values) {
    long bytes = 0;
    for (Object value : values) {
      bytes += value instanceof Payload payload ? payload.length() : 0;
    }
    return bytes;
  }

  private static List<Count> sorted(Map<String, Sum> sums) {
    return sums.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue().events, entry.getValue().bytes))
        .sorted(Comparator.comparingLong(Count::events).reversed().thenComparing(Count::name))
        .toList();
  }

  /** Of events and their bytes. */
  private static final class Sum {
    private long events;
    private long bytes;

    void add(long moreBytes) {
      events++;
      bytes += moreBytes;
    }

    void add(Sum other) {
      events += other.events;
      bytes += other.bytes;
    }
  }
}
