package dev.tapedeck.tape;

import static dev.tapedeck.tape.Raw.U;

import org.jspecify.annotations.Nullable;

/**
 * Appends the events of one thread at a time, without locks.
 *
 * <p>An event is on the tape when {@link #clock} or {@link EventWriter#commit} returns, and survives the death of
 * the process. When one of them throws (a {@code StackOverflowError}, an {@code OutOfMemoryError}) it is not, and
 * the writer can be used as before.
 */
public final class ChunkWriter {

  /** Room for what may precede an event, and for a clock read in its longest form. */
  private static final int SLACK = 96;

  private static final int NO_LANE = -1;

  final TapeWriter tape;
  private final int owner;
  private final EventWriter event;

  /** Lists of the tape's, guarded by its lock. */
  @Nullable
  ChunkWriter older;

  @Nullable
  ChunkWriter nextFree;

  // Every method first does all that can throw and then, with no call in between, sets these
  // fields: an error
  // leaves them as they were. Addresses; chunk is 0 when there is none.
  private long chunk;
  private long at;
  private long end;
  private long state;
  private long checkedAt;

  /** Beyond this address, something must be seen to before the next event. */
  private long attentionAt = -1;

  private int lane = NO_LANE;
  private int phase;
  private boolean laneDue;
  private boolean makingRoom;
  private long ordinal;
  private long ordinalAtEntry;
  private long eventsOfLanesLeft;

  // What deltas refer to; all begin anew with each lane record.
  private long lastClock; // kind and site
  private long otherClock;
  private boolean alternates;
  private long lastMillis;
  private long lastNanos;
  private long lastEpochNanos;
  private long lastStamp;

  ChunkWriter(TapeWriter tape, int owner) {
    this.tape = tape;
    this.owner = owner;
    Sealer sealer = tape.sealer;
    this.event = sealer == null ? new EventWriter(this) : sealer.newEventWriter(this);
  }

  /** What follows belongs to that lane, and the next event has that ordinal in it. */
  public void lane(int id, long nextOrdinal) {
    if (id == lane && nextOrdinal == ordinal) {
      return;
    }
    eventsOfLanesLeft += ordinal - ordinalAtEntry;
    lane = id;
    ordinal = nextOrdinal;
    ordinalAtEntry = nextOrdinal;
    laneDue = true;
    attentionAt = -1;
  }

  /** The lane that {@link #lane} named, or -1. */
  public int lane() {
    return lane;
  }

  /** The ordinal the next event of the lane will have. */
  public long nextOrdinal() {
    return ordinal;
  }

  /** Appends a clock read; {@code kind} is 1, 2 or 3. */
  public void clock(int kind, int site, long value) {
    if ((at > attentionAt || phase != tape.phase) && !ready()) {
      skip();
      return;
    }
    long last = kind == 2 ? lastNanos : kind == 1 ? lastMillis : lastEpochNanos;
    long delta = Format.zigzag(value - last);
    long clock = ((long) site << 2) | kind;
    long expected = alternates ? otherClock : lastClock;
    boolean inOneWord = true;
    long word = 0;
    int length;
    if (clock == expected && delta >>> 7 == 0) {
      word = Format.SHORT_REPEAT | delta;
      length = 1;
    } else if ((clock == lastClock || clock == otherClock) && delta >>> 49 == 0) {
      word = (clock == expected ? Format.REPEAT : Format.REPEAT_OTHER) | (varint(delta) << 8);
      length = 1 + Format.varintSize(delta);
    } else if (site >>> 14 == 0 && delta >>> 28 == 0) {
      int siteLength = site >>> 7 == 0 ? 1 : 2;
      length = 2 + siteLength + Format.varintSize(delta);
      word = kind | ((length - 2L) << 8) | (varint(site) << 16);
      word |= varint(delta) << (16 + 8 * siteLength);
    } else {
      inOneWord = false;
      length = longClock(kind, site, delta);
    }
    long next;
    if (inOneWord) {
      next = Format.fold(state, word);
      U.putLong(at, word);
    } else {
      next = Raw.fold(state, at, at + length);
    }
    U.putLongRelease(null, chunk, (next << 32) | (at + length - chunk - Format.CHUNK_HEADER));
    state = next;
    at += length;
    ordinal++;
    alternates = clock != lastClock;
    if (alternates) {
      otherClock = lastClock;
      lastClock = clock;
    }
    if (kind == 2) {
      lastNanos = value;
    } else if (kind == 1) {
      lastMillis = value;
    } else {
      lastEpochNanos = value;
    }
  }

  /**
   * Begins an event of any other kind. An event that was begun and not committed is forgotten.
   *
   * @param stampNs {@code System.nanoTime()}
   */
  public EventWriter begin(Kind kind, int site, long stampNs) {
    event.begin(kind, site, stampNs);
    return event;
  }

  /** Counts an event that cannot be written. For the reader, the lane ends before it. */
  public void skip() {
    ordinal++;
    laneDue = true;
    attentionAt = -1;
  }

  /** Lets another thread go on in this chunk. The caller must not use the writer any more. */
  public void release() {
    lane(NO_LANE, 0);
    tape.release(this);
  }

  /** Sees to it that an event can be written, and writes what must precede it; false when the tape is closed. */
  boolean ready() {
    if (lane == NO_LANE) {
      throw new IllegalStateException("An event needs a lane: call lane() first");
    }
    if (at > end - SLACK && !nextChunk()) {
      return false;
    }
    if (laneDue || phase != tape.phase) {
      writeLane();
    }
    writeCheckIfDue();
    attentionAt = Math.min(end - SLACK, checkedAt + Format.CHECK_EVERY - 1);
    return true;
  }

  /** Whether it is taking a fresh chunk, which may want a new file. */
  public boolean isMakingRoom() {
    return makingRoom;
  }

  /** Takes a fresh chunk; false when the tape is closed. */
  boolean nextChunk() {
    attentionAt = -1;
    long fresh;
    makingRoom = true;
    try {
      fresh = tape.takeChunk(owner);
    } finally {
      makingRoom = false;
    }
    if (fresh == 0) {
      at = 0;
      end = 0;
      return false;
    }
    goOnIn(fresh);
    return true;
  }

  void goOnIn(long fresh) {
    long start = Format.start(U.getLong(fresh + Format.CHUNK_SEQUENCE));
    chunk = fresh;
    at = fresh + Format.CHUNK_HEADER;
    end = fresh + Format.CHUNK;
    checkedAt = at;
    state = start;
    laneDue = true;
  }

  /** Appends a record that belongs to no lane; false when the tape is closed. */
  boolean record(int head, byte[] body, int length) {
    if (length > room() && !nextChunk()) {
      return false;
    }
    U.putByte(at, (byte) head);
    publish(Raw.bytes(Raw.varint(at + 1, length), body, 0, length));
    if (length > Format.CHECK_AFTER) {
      checkedAt = 0; // long ago
    }
    writeCheckIfDue();
    return true;
  }

  /** How long a record still fits into the chunk. */
  int room() {
    return (int) Math.max(0, end - SLACK - at);
  }

  int currentLane() {
    return lane;
  }

  /** Where the next record goes. */
  long at() {
    return at;
  }

  /** No event may reach beyond this address. */
  long limit() {
    return end - 32;
  }

  long stampDelta(long stampNs) {
    return Format.zigzag(stampNs - lastStamp);
  }

  /** Puts on the tape the event that stands between {@link #at()} and {@code to}. */
  void publishEvent(long to, long stampNs) {
    long length = to - at;
    publish(to);
    lastStamp = stampNs;
    ordinal++;
    if (length > Format.CHECK_AFTER) {
      checkedAt = 0; // long ago
      attentionAt = -1;
    }
  }

  /** How many events there were; read by another thread, perhaps a little late. */
  long events() {
    return eventsOfLanesLeft + ordinal - ordinalAtEntry;
  }

  private void writeLane() {
    int phaseNow = tape.phase;
    long to = Raw.varint(Raw.varint(at + 2, lane), ordinal);
    U.putByte(to++, (byte) phaseNow);
    U.putByte(at, (byte) Format.LANE);
    U.putByte(at + 1, (byte) (to - at - 2));
    publish(to);
    laneDue = false;
    phase = phaseNow;
    lastClock = 0;
    otherClock = 0;
    alternates = false;
    lastMillis = tape.startMillis;
    lastNanos = tape.startNanos;
    lastEpochNanos = tape.startMillis * 1_000_000;
    lastStamp = tape.startNanos;
  }

  private void writeCheckIfDue() {
    if (at - checkedAt < Format.CHECK_EVERY) {
      return;
    }
    U.putLong(at, Format.CHECK | (4 << 8) | ((state & 0xffff_ffffL) << 16));
    publish(at + 6);
    checkedAt = at;
  }

  /** Writes a clock read that may be longer than a word; returns its length. */
  private int longClock(int kind, int site, long delta) {
    long to = Raw.varint(Raw.varint(at + 2, site & 0xffff_ffffL), delta);
    int length = (int) (to - at);
    U.putByte(at, (byte) kind);
    U.putByte(at + 1, (byte) (length - 2));
    return length;
  }

  private void publish(long to) {
    long next = Raw.fold(state, at, to);
    U.putLongRelease(null, chunk, (next << 32) | (to - chunk - Format.CHUNK_HEADER));
    state = next;
    at = to;
  }

  /** The number as a varint of at most seven bytes, the first of them lowest. */
  private static long varint(long number) {
    long word = 0;
    int shift = 0;
    long rest = number;
    for (; rest > 127; rest >>>= 7) {
      word |= ((rest & 0x7f) | 0x80) << shift;
      shift += 8;
    }
    return word | (rest << shift);
  }
}
