package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.TapeReader;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One lane of an old tape, by what was asked in it. What has been told is marked; the place behind what was told last is
 * where the changed program is by now.
 *
 * <p>In memory are numbers of the questions alone: events are read again when they are told.
 */
final class OldLane {

  private static final int NONE = -1;

  final LaneInfo info;

  /** Whether it is what came over a wire, which has been found. */
  boolean isWire;

  private final TapeReader tape;
  private final byte[] kinds;
  private final int[] sites;
  private final BitSet told = new BitSet();
  private final Map<Long, Ordinals> questions = new HashMap<>();
  private final Map<Long, Ordinals> sources = new HashMap<>();
  private LaneEvents cursor;
  private int place;

  /** Where it is in what came over a wire. */
  private int arrivals;

  OldLane(TapeReader tape, LaneInfo info) {
    this.tape = tape;
    this.info = info;
    int size = Math.toIntExact(tape.events(info.id()));
    this.kinds = new byte[size];
    this.sites = new int[size];
    LaneEvents events = tape.lane(info.id());
    for (int i = 0; i < size && events.advance(); i++) {
      kinds[i] = (byte) events.kindId();
      sites[i] = events.site();
      if (!Kinds.isClock(kinds[i])) {
        add(i, events.event());
      }
    }
    this.cursor = tape.lane(info.id());
  }

  private void add(int ordinal, Event event) {
    put(questions, QuestionKey.of(event), ordinal);
    if (Reuse.opens(event.kind())
        || Reuse.of(event.kind(), Arrays.asList(event.question())) == Reuse.PIECE) {
      put(sources, QuestionKey.source(event), ordinal);
    }
  }

  private static void put(Map<Long, Ordinals> all, long key, int ordinal) {
    all.computeIfAbsent(key, none -> new Ordinals()).add(ordinal);
  }

  /** The kind of what comes next; 0 at the end. */
  int nextKind() {
    int next = told.nextClearBit(place);
    return next < kinds.length ? kinds[next] : 0;
  }

  /** What comes next over the wire that this is; null at the end. What else was asked meanwhile is left. */
  @Nullable
  Event arrival() {
    while (arrivals < kinds.length && !Kinds.isHttp(kinds[arrivals])) {
      arrivals++;
    }
    return arrivals < kinds.length ? tell(arrivals++) : null;
  }

  /**
   * What a clock told: what comes next if it is of that kind, else the next of a few that follow which was asked in the
   * same method.
   *
   * @return null where there is none
   */
  @Nullable
  Event clock(Kind kind, Sites same, int window) {
    int next = told.nextClearBit(place);
    if (next < kinds.length && kinds[next] == kind.id()) {
      return tell(next);
    }
    for (int i = next; i < Math.min(kinds.length, next + window); i++) {
      if (!told.get(i) && kinds[i] == kind.id() && same.isAlike(sites[i])) {
        return tell(i);
      }
    }
    return null;
  }

  /** Knows which places in the program are alike. */
  interface Sites {
    boolean isAlike(int old);
  }

  /** The answer to the question as it was here: the next one, else the one that was told last before. */
  @Nullable
  Event fact(long key, Asked asked) {
    Ordinals found = questions.get(key);
    if (found == null) {
      return null;
    }
    int from = found.from(place);
    for (int i = from; i < found.size(); i++) {
      if (!told.get(found.at(i)) && isAsked(found.at(i), asked)) {
        return tell(found.at(i));
      }
    }
    for (int i = Math.min(from, found.size() - 1); i >= 0; i--) {
      if (isAsked(found.at(i), asked)) {
        return tell(found.at(i));
      }
    }
    return null;
  }

  /** The first answer to the question that has not been told. */
  @Nullable
  Event once(long key, Asked asked) {
    Ordinals found = questions.get(key);
    for (int i = 0; found != null && i < found.size(); i++) {
      if (!told.get(found.at(i)) && isAsked(found.at(i), asked)) {
        return tell(found.at(i));
      }
    }
    return null;
  }

  /** The first piece that has not been told, where it is the one that is asked for. */
  @Nullable
  Event piece(long source, Asked asked) {
    Ordinals found = sources.get(source);
    int last = NONE;
    for (int i = 0; found != null && i < found.size(); i++) {
      if (!told.get(found.at(i))) {
        return isAsked(found.at(i), asked) ? tell(found.at(i)) : null;
      }
      last = found.at(i);
    }
    return last == NONE ? null : theEnd(last, asked);
  }

  /**
   * The next piece of a file that was opened there, where it is the one that is asked for.
   *
   * @param after the place of the opening, or of the piece before; before all where it was opened in another lane
   */
  @Nullable
  Event pieceOfFile(long source, int after, Asked asked) {
    Ordinals found = sources.get(source);
    int next = found == null ? NONE : found.from(after + 1);
    if (found == null || next == found.size() || Reuse.opens(kind(found.at(next)))) {
      return after < 0 || found == null ? null : theEnd(after, asked);
    }
    return isAsked(found.at(next), asked) ? tell(found.at(next)) : null;
  }

  /** That there is no more is told as often as somebody asks. */
  private @Nullable Event theEnd(int last, Asked asked) {
    Event event = read(last);
    int count = event.kind().id() == Kinds.HTTP_RECEIVE.id() ? 1 : 0;
    boolean isEnd = event.answer().length > count
        && event.answer()[count] instanceof Long said
        && said < 0
        && Objects.equals(asked.fields().get(0), event.question()[0]);
    return isEnd ? event : null;
  }

  private Kind kind(int ordinal) {
    return tape.kind(kinds[ordinal]);
  }

  private boolean isAsked(int ordinal, Asked asked) {
    Event event = read(ordinal);
    return event.kind().id() == Kinds.WAIT.id() || asked.is(event.question());
  }

  private Event tell(int ordinal) {
    told.set(ordinal);
    place = ordinal + 1;
    return read(ordinal);
  }

  /** The first event of one of these kinds. */
  @Nullable
  Event first(List<Kind> wanted) {
    for (int i = 0; i < kinds.length; i++) {
      for (Kind kind : wanted) {
        if (kinds[i] == kind.id()) {
          return read(i);
        }
      }
    }
    return null;
  }

  private Event read(int ordinal) {
    if (cursor.ordinal() > ordinal) {
      cursor = tape.lane(info.id());
    }
    while (cursor.ordinal() < ordinal) {
      cursor.advance();
    }
    return cursor.event();
  }
}
