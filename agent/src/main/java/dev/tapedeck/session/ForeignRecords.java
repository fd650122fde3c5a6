package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of another tool, in the one order that they have: each is told once, of those that answer the same
 * question the first one first.
 *
 * <p>In memory are their places alone: they are read again when they are told.
 */
final class ForeignRecords {

  private static final int LANE = 0;
  private static final int SHOWN = 10;
  private static final int CURSORS = 64;

  private final TapeReader tape;
  private final Map<String, Ordinals> byKey = new HashMap<>();
  private final Map<String, Integer> told = new HashMap<>();
  private final BitSet left = new BitSet();

  /** By path, the kind of the first record of it. */
  private final Map<String, Integer> firstOfPath = new LinkedHashMap<>();

  /** By question: who asks the same again goes forward there. Those that were asked last. */
  private final Map<String, LaneEvents> cursors = new LinkedHashMap<>(16, 0.75f, true);

  private long consumed;

  ForeignRecords(TapeReader tape) {
    this.tape = tape;
    LaneEvents events = tape.lane(LANE);
    for (int i = 0; events.advance(); i++) {
      add(i, events);
    }
  }

  private void add(int ordinal, LaneEvents events) {
    Event event = events.event();
    String key = ForeignKey.of(event);
    if (key == null) {
      return;
    }
    byKey.computeIfAbsent(key, none -> new Ordinals()).add(ordinal);
    left.set(ordinal);
    int id = event.kind().id();
    if (id == Kinds.FILE_READ.id() || id == Kinds.FILE_WRITE.id() || id == Kinds.FILE_DELETE.id()) {
      firstOfPath.putIfAbsent(ForeignKey.path(Arrays.asList(event.question())), id);
    }
  }

  /** Whether the tape has had an answer to it. */
  boolean knows(String key) {
    return byKey.containsKey(key);
  }

  /** The next answer to it; null where there is none, or no more. */
  synchronized @Nullable Event next(String key) {
    Ordinals found = byKey.get(key);
    int index = told.getOrDefault(key, 0);
    if (found == null || index == found.size()) {
      return null;
    }
    told.put(key, index + 1);
    left.clear(found.at(index));
    consumed++;
    return read(found.at(index), key);
  }

  /** What the next answer will be, or the last one was; null where there is none. */
  synchronized @Nullable Event around(String key) {
    Ordinals found = byKey.get(key);
    return found == null
        ? null
        : read(found.at(Math.min(told.getOrDefault(key, 0), found.size() - 1)), key);
  }

  /** What belongs to the record and stands so many places behind it. */
  synchronized Event behind(Event record, int places) {
    return read((int) record.ordinal() + places, "behind");
  }

  Map<String, Integer> firstOfPath() {
    return firstOfPath;
  }

  synchronized long consumed() {
    return consumed;
  }

  /** How many nobody has asked for. */
  synchronized int leftCount() {
    return left.cardinality();
  }

  /** Which nobody has asked for; of many, the first. */
  synchronized List<String> left() {
    List<String> texts = new ArrayList<>();
    LaneEvents events = tape.lane(LANE);
    for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
      if (texts.size() == SHOWN) {
        texts.add("and " + (leftCount() - SHOWN) + " more");
        break;
      }
      while (events.ordinal() < at) {
        events.advance();
      }
      texts.add(text(events.event()));
    }
    return texts;
  }

  private static String text(Event event) {
    Kind kind = event.kind();
    List<Field> fields = kind.question().isEmpty() ? kind.answer() : kind.question();
    Object[] values = kind.question().isEmpty() ? event.answer() : event.question();
    boolean isOfPath = !fields.isEmpty() && fields.get(0).name().equals("path");
    int count = isOfPath ? 1 : fields.size();
    return kind.name()
        + ' '
        + Texts.question(fields.subList(0, count), Arrays.asList(values).subList(0, count));
  }

  private Event read(int ordinal, String key) {
    LaneEvents cursor = cursors.get(key);
    if (cursor == null || cursor.ordinal() > ordinal) {
      cursor = tape.lane(LANE);
      cursors.put(key, cursor);
      if (cursors.size() > CURSORS) {
        cursors.remove(cursors.keySet().iterator().next());
      }
    }
    while (cursor.ordinal() < ordinal) {
      cursor.advance();
    }
    return cursor.event();
  }
}
