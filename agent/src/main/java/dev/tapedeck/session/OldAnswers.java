package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an old tape can answer to a changed program, which may ask in another order, more or less, and from other lines:
 * first what the lane of the same name was told, then what others were.
 */
final class OldAnswers {

  /** So far ahead a clock read is looked for in the same method. */
  private static final int WINDOW = 64;

  private static final String THREAD = "thread ";

  private final TapeReader tape;
  private final Map<Long, LaneInfo> byBirth = new HashMap<>();
  private final Map<Integer, OldLane> opened = new HashMap<>();

  /** By file and lane, and by file alone: where the changed program is in what it has opened. */
  private final Map<String, OpenedFile> files = new HashMap<>();

  /** By the kind of clock, what it told last. */
  private final Map<Integer, Long> times = new HashMap<>();

  /** By what is numbered, the highest number on the tape, or that has been given since. */
  private final Map<String, Long> numbers = new HashMap<>();

  private final Set<String> rewritten = new HashSet<>();

  private static final class OpenedFile {
    final OldLane lane;
    int at;

    OpenedFile(OldLane lane, int at) {
      this.lane = lane;
      this.at = at;
    }
  }

  OldAnswers(TapeReader tape) {
    this.tape = tape;
    for (LaneInfo lane : tape.lanes()) {
      byBirth.put(birth(lane.parent(), lane.index()), lane);
    }
  }

  /**
   * The answer to the question; null where the tape has none.
   *
   * @param exchange that a piece of a body belongs to
   */
  synchronized @Nullable Event find(Lane lane, Kind kind, Asked asked, @Nullable Object exchange) {
    Event found = switch (Reuse.of(kind, asked.fields())) {
      case FACT -> fact(lane, kind, asked);
      case ONCE, NOTHING -> {
        long key = QuestionKey.of(kind, asked.fields());
        yield anywhere(lane, old -> old.once(key, asked));
      }
      case PIECE -> piece(lane, kind, asked, exchange);
    };
    if (found == null && kind.id() == Kinds.FILE_WRITE.id()) {
      rewritten.add(String.valueOf(asked.fields().get(0)));
    }
    return found;
  }

  private @Nullable Event fact(Lane lane, Kind kind, Asked asked) {
    long key = QuestionKey.of(kind, asked.fields());
    Event found = isRewritten(kind, asked) ? null : anywhere(lane, old -> old.fact(key, asked));
    if (found != null && Reuse.opens(kind)) {
      OldLane old = lane(found.lane());
      String path = String.valueOf(asked.fields().get(0));
      files.put(path, new OpenedFile(old, (int) found.ordinal()));
      files.put(path + '\n' + lane, new OpenedFile(old, (int) found.ordinal()));
    }
    return found;
  }

  private @Nullable Event piece(Lane lane, Kind kind, Asked asked, @Nullable Object exchange) {
    long source = QuestionKey.source(kind, asked.fields(), exchange);
    if (kind.id() != Kinds.FILE_READ.id() && kind.id() != Kinds.FILE_SEEK.id()) {
      return anywhere(lane, old -> old.piece(source, asked));
    }
    if (isRewritten(kind, asked)) {
      return null;
    }
    String path = String.valueOf(asked.fields().get(0));
    OpenedFile file = files.get(path + '\n' + lane);
    Event found = file == null ? null : piece(file, source, asked);
    if (found == null && file == null) { // another lane has opened it
      OldLane own = bound(lane);
      OpenedFile read = new OpenedFile(own == null ? lane(0) : own, -1);
      found = piece(read, source, asked);
      OpenedFile there = files.get(path);
      if (found == null && there != null) {
        found = piece(there, source, asked);
      } else if (found != null) {
        files.put(path + '\n' + lane, read);
      }
    }
    return found;
  }

  private static @Nullable Event piece(OpenedFile file, long source, Asked asked) {
    Event found = file.lane.pieceOfFile(source, file.at, asked);
    if (found != null) {
      file.at = (int) found.ordinal();
    }
    return found;
  }

  /** Whether the program has written to the file otherwise than it was recorded, and what it reads is not on the tape. */
  private boolean isRewritten(Kind kind, Asked asked) {
    return (kind.id() == Kinds.FILE_READ.id() || kind.id() == Kinds.FILE_OPEN_LENGTH.id())
        && rewritten.contains(String.valueOf(asked.fields().get(0)));
  }

  private @Nullable Event anywhere(Lane lane, Function<OldLane, @Nullable Event> look) {
    OldLane own = bound(lane);
    Event found = own == null ? null : look.apply(own);
    for (LaneInfo other : found == null ? tape.lanes() : List.<LaneInfo>of()) {
      OldLane old = lane(other.id());
      found = old == own ? null : look.apply(old);
      if (found != null) {
        break;
      }
    }
    return found;
  }

  /**
   * What a clock of that kind tells: as recorded; where it was not asked then, what it told last, so that time stands
   * still between two recorded reads and never goes back.
   */
  synchronized Told time(Lane lane, Kind kind, @Nullable Site asking) {
    OldLane own = bound(lane);
    Event found = own == null ? null : own.clock(kind, old -> isAlike(asking, old), WINDOW);
    if (found != null && found.answer()[0] instanceof Long value) {
      times.merge(kind.id(), value, Math::max);
      return new Told(value, found.stampNs());
    }
    Long last = times.get(kind.id());
    if (last == null) {
      last = started(kind);
      times.put(kind.id(), last);
    }
    return new Told(last, 0);
  }

  /**
   * What a clock told.
   *
   * @param stampNs when; 0 where that is not on the tape
   */
  record Told(long value, long stampNs) {}

  private boolean isAlike(@Nullable Site asking, int old) {
    Site site = tape.site(old);
    return asking != null
        && site != null
        && site.className().equals(asking.className())
        && site.method().equals(asking.method());
  }

  /** What the clock told first on the tape; where it was never asked, when the run began. */
  private long started(Kind kind) {
    for (LaneInfo info : tape.lanes()) {
      Event first = lane(info.id()).first(List.of(kind));
      if (first != null && first.answer()[0] instanceof Long value) {
        return value;
      }
    }
    if (kind.id() == Kinds.CLOCK_NANOS.id()) {
      return tape.header().number(Header.STARTED_AT_NANOS, 0);
    }
    long millis = tape.header().number(Header.STARTED_AT_UNIX_MS, 0);
    return kind.id() == Kinds.CLOCK_MILLIS.id() ? millis : millis * 1_000_000;
  }

  /** Whether an event of that kind comes next in the lane. */
  synchronized boolean isNext(Lane lane, Kind kind) {
    OldLane own = bound(lane);
    return own != null && own.nextKind() == kind.id();
  }

  /** A number for a thread that was not there: higher than all that were given. Null where another thing is asked. */
  synchronized @Nullable Long number(Kind kind, Asked asked) {
    String what = String.valueOf(asked.fields().get(0));
    if (kind.id() != Kinds.HOST_LONG.id() || !what.startsWith(THREAD)) {
      return null;
    }
    long next = numbers.computeIfAbsent(what, this::highest) + 1;
    numbers.put(what, next);
    return next;
  }

  private long highest(String what) {
    long highest = 0;
    for (LaneInfo info : tape.lanes()) {
      var events = tape.lane(info.id());
      while (events.advance()) {
        if (events.kindId() == Kinds.HOST_LONG.id()
            && what.equals(events.event().question()[0])
            && events.event().answer().length > 0
            && events.event().answer()[0] instanceof Long number) {
          highest = Math.max(highest, number);
        }
      }
    }
    return highest;
  }

  /**
   * The lane of what came over a wire: the one that was begun at the same place, else the first that is left whose request
   * is the same.
   *
   * @param lane of the wire now
   * @param isRequested whether the event is that of the request
   */
  synchronized @Nullable OldLane wire(Lane lane, Function<Event, Boolean> isRequested) {
    List<OldLane> candidates = new ArrayList<>();
    OldLane same = bound(lane);
    if (same != null) {
      candidates.add(same);
    }
    for (LaneInfo info : tape.lanes()) {
      candidates.add(lane(info.id()));
    }
    for (OldLane candidate : candidates) {
      Event request = candidate.isWire
          ? null
          : candidate.first(List.of(Kinds.HTTP_EXCHANGE, Kinds.HTTP_CONNECT));
      if (request != null && candidate.info.parent() >= 0 && isRequested.apply(request)) {
        candidate.isWire = true;
        lane.old = candidate;
        return candidate;
      }
    }
    return null;
  }

  /** What came next over the wire; null where nothing more did. */
  synchronized @Nullable Event arrival(OldLane wire) {
    return wire.arrival();
  }

  private @Nullable OldLane bound(Lane lane) {
    if (lane.old == null) {
      LaneInfo info = info(lane);
      lane.old = info == null ? null : lane(info.id());
    }
    return lane.old;
  }

  private @Nullable LaneInfo info(Lane lane) {
    if (lane.parent == null) {
      for (LaneInfo root : tape.lanes()) {
        boolean isMain = lane.index == 0 && root.index() == 0;
        boolean isNamed = lane.index != 0
            && root.index() != 0
            && String.valueOf(lane.threadName).equals(root.threadName());
        if (root.parent() < 0 && (isMain || isNamed)) {
          return root;
        }
      }
      return null;
    }
    OldLane parent = bound(lane.parent);
    return parent == null ? null : byBirth.get(birth(parent.info.id(), lane.index));
  }

  private OldLane lane(int id) {
    OldLane known = opened.get(id);
    if (known == null) {
      LaneInfo wanted = tape.lanes().get(0);
      for (LaneInfo info : tape.lanes()) {
        wanted = info.id() == id ? info : wanted;
      }
      known = new OldLane(tape, wanted);
      opened.put(id, known);
    }
    return known;
  }

  private static long birth(int parent, int index) {
    return (long) parent << 32 | index & 0xffff_ffffL;
  }
}
