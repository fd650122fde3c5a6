package dev.tapedeck.tape;

import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one lane in order, read as they are asked for.
 *
 * <p>Either an iterator, or a cursor that makes no objects: after {@link #advance} the other methods tell of the
 * event it stands on. {@link #peek} and {@link #hasNext} move the cursor to the event that the next
 * {@link #advance} or {@link #next} gives. One thread at a time. Every method throws {@link TapeException} when the
 * file cannot be read any more.
 */
public final class LaneEvents implements Iterator<Event> {

  private static final @Nullable Object[] NOTHING = {};

  private final TapeReader tape;
  private final int lane;
  private final List<Stretch> stretches;

  private int nextStretch;
  private long leftInStretch;
  private int resumeAt;
  private boolean parkedOnEvent;
  private @Nullable Records records;
  private boolean ahead;
  private boolean found;

  // The event the cursor stands on.
  private long ordinal = -1;
  private int kind;
  private int site;
  private int phase;
  private long value;
  private long time;

  // What deltas refer to.
  private int lastKind;
  private int lastSite;
  private int otherKind;
  private int otherSite;
  private boolean alternates;
  private long lastMillis;
  private long lastNanos;
  private long lastEpochNanos;
  private long lastStamp;

  LaneEvents(TapeReader tape, int lane, List<Stretch> stretches, long bornNs) {
    this.tape = tape;
    this.lane = lane;
    this.stretches = stretches;
    this.time = bornNs;
  }

  /** Goes to the next event, the first at first; false when there is none. */
  public boolean advance() {
    if (ahead) {
      ahead = false;
    } else {
      found = step();
    }
    return found;
  }

  /** Whether {@link #peek} would find an event. */
  @Override
  public boolean hasNext() {
    if (!ahead) {
      found = step();
      ahead = true;
    }
    return found;
  }

  @Override
  public Event next() {
    if (!advance()) {
      throw new NoSuchElementException();
    }
    return event();
  }

  /** The event that {@link #next} will give, or null. */
  public @Nullable Event peek() {
    return hasNext() ? event() : null;
  }

  public int lane() {
    return lane;
  }

  public long ordinal() {
    return ordinal;
  }

  public Kind kind() {
    return tape.kind(kind);
  }

  public int kindId() {
    return kind;
  }

  public int site() {
    return site;
  }

  public int phase() {
    return phase;
  }

  /** As {@link Event#stampNs}. */
  public long stampNs() {
    return time;
  }

  /** The value of a clock read. */
  public long longValue() {
    return value;
  }

  /** The event the cursor stands on, as an object. */
  public Event event() {
    if (!found) {
      throw new NoSuchElementException();
    }
    if (Kinds.isClock(kind)) {
      return new Event(
          kind(), lane, ordinal, site, time, phase, NOTHING, new @Nullable Object[] {value}, null);
    }
    Decoder body = records().body();
    body.varint();
    body.varint();
    int outcome = body.byteValue();
    boolean failed = (outcome & Format.FAILED) != 0;
    boolean sealed = tape.isSealed() && !Kinds.isOrder(kind);
    Unsealer unsealer = sealed ? tape.unsealer() : null;
    Decoder fields = unsealer == null ? body : opened(unsealer, outcome, body);
    ValueDecoder values = new ValueDecoder(fields, tape.files(), unsealer);
    Kind known = kind();
    return new Event(
        known,
        lane,
        ordinal,
        site,
        time,
        phase,
        values.values(known.question()),
        failed ? NOTHING : values.values(known.answer()),
        failed ? values.failure() : null);
  }

  /** The event's fields, which are sealed. */
  private Decoder opened(Unsealer unsealer, int outcome, Decoder body) {
    long number = body.varint();
    boolean reachesOut = (outcome & Format.HAS_PAYLOAD) != 0;
    byte[] fields = body.raw(Math.max(0, body.remaining() - (reachesOut ? 8 : 0)));
    long payloadEnd = reachesOut ? body.int64() : 0;
    byte[] told = Seal.event(kind, outcome, lane, ordinal, site, time, payloadEnd);
    try {
      byte[] plain = unsealer.open(number, told, fields, 0, fields.length);
      return new Decoder(plain, 0, plain.length);
    } catch (GeneralSecurityException changed) {
      throw new TapeException("Event " + ordinal + " of lane " + lane + " in " + tape.directory()
          + " was changed: its seal does not hold. Use a copy of the run.");
    }
  }

  /** Lets go of the chunk it reads; it is fetched again when needed. */
  public void park() {
    Records reading = records;
    if (reading != null) {
      resumeAt = reading.start();
      parkedOnEvent = true;
      records = null;
    }
  }

  private boolean step() {
    if (leftInStretch == 0 && !enterNextStretch()) {
      return false;
    }
    Records in = records();
    while (in.advance()) {
      if (in.isEvent()) {
        read(in);
        if (in.broken()) {
          break;
        }
        ordinal++;
        leftInStretch--;
        return true;
      }
    }
    throw new TapeException(tape.directory() + " changed while it was read. Open it again.");
  }

  private void read(Records in) {
    int head = in.head();
    if (in.isRepeat()) {
      boolean asLast = alternates == (head == Format.REPEAT_OTHER);
      clock(asLast ? lastKind : otherKind, asLast ? lastSite : otherSite, in.repeated());
      return;
    }
    in.enterBody();
    int where = (int) in.varint();
    if (Kinds.isClock(head)) {
      clock(head, where, in.varint());
      return;
    }
    kind = head;
    site = where;
    lastStamp += Format.unzigzag(in.varint());
    time = lastStamp;
  }

  private void clock(int clock, int where, long delta) {
    kind = clock;
    site = where;
    alternates = clock != lastKind || where != lastSite;
    if (alternates) {
      otherKind = lastKind;
      otherSite = lastSite;
      lastKind = clock;
      lastSite = where;
    }
    long change = Format.unzigzag(delta);
    if (clock == 2) {
      lastNanos += change;
      value = lastNanos;
      time = value;
    } else if (clock == 1) {
      lastMillis += change;
      value = lastMillis;
    } else {
      lastEpochNanos += change;
      value = lastEpochNanos;
    }
  }

  private boolean enterNextStretch() {
    if (nextStretch == stretches.size()) {
      return false;
    }
    Stretch stretch = stretches.get(nextStretch++);
    records = null;
    resumeAt = stretch.from;
    parkedOnEvent = false;
    leftInStretch = stretch.count;
    ordinal = stretch.first - 1;
    phase = stretch.phase;
    lastKind = 0;
    otherKind = 0;
    alternates = false;
    lastMillis = tape.startMillis();
    lastNanos = tape.startNanos();
    lastEpochNanos = lastMillis * 1_000_000;
    lastStamp = lastNanos;
    return true;
  }

  private Records records() {
    Records reading = records;
    if (reading == null) {
      Stretch stretch = stretches.get(nextStretch - 1);
      byte[] bytes = tape.files().chunk(stretch.segment, stretch.chunk, stretch.to);
      reading = new Records(bytes, resumeAt, stretch.to);
      if (parkedOnEvent) {
        reading.advance();
        parkedOnEvent = false;
      }
      records = reading;
    }
    return reading;
  }
}
