package dev.tapedeck.session;

import org.jspecify.annotations.Nullable;

/**
 * Writes down in which order lanes take locks, as far as it does not go without saying.
 *
 * <p>Each lane counts its operations. Who takes a lock puts lane and count into the lock's slot while he
 * holds it, in one atomic exchange; if it was another lane's before, the tape is told whose, and how far
 * that lane had come.
 */
final class OrderRecorder extends LaneOrder {

  /** The bits of a slot that hold the count; those above hold the lane's number on the tape, plus one. */
  private static final int COUNT_BITS = 36;

  /** The line is not looked for. */
  private static final int NOWHERE = -1;

  private static final long COUNT = (1L << COUNT_BITS) - 1;

  private final Slots slots = new Slots();
  private final Recorder recorder;
  private final OrderWriter events;

  OrderRecorder(Lanes lanes, Recorder recorder) {
    super(lanes);
    this.recorder = recorder;
    this.events = new OrderWriter(recorder, recorder.asker);
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public void blocked(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread != null && !Thread.holdsLock(subject)) {
      try {
        long last = slots.last(Slots.of(subject));
        if (last != 0
            && !isMine(
                thread, last)) { // a monitor that was fought over looks taken when it is free
          events.waits(thread, site, thread.lane.ops + 1, laneOf(last), last & COUNT);
        }
      } catch (StackOverflowError theirs) {
        throw theirs;
      } catch (Throwable ours) {
        recorder.trouble(ours);
      }
    }
  }

  @Override
  public void taken(Object subject, int site) {
    ThreadLane thread = ordered();
    if (thread != null) {
      try {
        claim(thread, subject, site);
      } catch (StackOverflowError theirs) {
        throw theirs;
      } catch (Throwable ours) {
        recorder.trouble(ours);
      }
    }
  }

  @Override
  public void learned(Object subject, int site, long outcome) {
    learned(subject, site, outcome, null);
  }

  @Override
  public void failed(Object subject, int site, Throwable thrown) {
    Failures.clean(thrown);
    learned(subject, site, 0, thrown);
  }

  private void learned(Object subject, int site, long outcome, @Nullable Throwable thrown) {
    ThreadLane thread = ordered();
    if (thread != null) {
      try {
        claim(thread, subject, site);
        events.learns(thread, site, thread.lane.ops, outcome, thrown);
      } catch (StackOverflowError theirs) {
        throw theirs;
      } catch (Throwable ours) {
        recorder.trouble(ours);
      }
    }
  }

  /** Counts an operation of the lane, and tells the tape what it came after. */
  private void claim(ThreadLane thread, Object subject, int site) {
    Lane lane = thread.lane;
    long mine = mine(lane);
    long op = ++lane.ops;
    int slot = Slots.of(subject);
    if (!lane.isAt(slot)) {
      comesAfter(thread, site, op, slots.claim(slot, mine | op));
    }
  }

  @Override
  public void begin(Object subject) {
    begin(subject, false);
  }

  @Override
  public void meet(Object subject) {
    begin(subject, true);
  }

  private void begin(Object subject, boolean nests) {
    ThreadLane thread = ordered();
    if (thread == null) {
      return;
    }
    int slot = -1;
    long before = 0;
    try {
      Lane lane = thread.lane;
      mine(lane);
      if (lane.claim != null && !lane.claim.nests) {
        end(lane, lane.claim); // what it began last has failed
      }
      int free = Slots.of(subject);
      if (lane.isAt(free)) { // by what it has begun and not ended, which keeps others away
        lane.open(Claim.NO_SLOT, nests);
        return;
      }
      Claim claim = lane.open(free, nests);
      before = slots.open(free);
      slot = free;
      if (before > 0) {
        comesAfter(thread, NOWHERE, claim.op, before);
      }
    } catch (StackOverflowError theirs) {
      if (slot >= 0) {
        slots.close(slot, before);
      }
      throw theirs;
    } catch (Throwable ours) {
      recorder.trouble(ours);
    }
  }

  @Override
  public void end() {
    ThreadLane thread = lanes.several ? lanes.current() : null;
    Claim claim = thread == null ? null : thread.lane.claim;
    if (thread == null || claim == null) {
      return;
    }
    end(thread.lane, claim);
    if (slots.isUncertain) {
      slots.isUncertain = false;
      recorder.trouble(
          new IllegalStateException("an operation where lanes meet took too long to be ordered"));
    }
  }

  private void end(Lane lane, Claim claim) {
    if (lane.ops != claim.op) {
      lane.ops++; // what callbacks did came in between
    }
    if (claim.slot != Claim.NO_SLOT) {
      slots.close(claim.slot, lane.slot | lane.ops);
    }
    lane.close(claim);
  }

  private long mine(Lane lane) {
    if (lane.slot == 0) {
      lane.slot = recorder.number(lane) + 1L << COUNT_BITS;
    }
    return lane.slot;
  }

  private void comesAfter(ThreadLane thread, int site, long op, long before) {
    if (before > 0 && !isMine(thread, before)) {
      events.comesAfter(thread, site, op, laneOf(before), before & COUNT);
    }
  }

  private static boolean isMine(ThreadLane thread, long slot) {
    return (slot ^ thread.lane.slot) >>> COUNT_BITS == 0;
  }

  @Override
  public void entered(Object subject, int site) {
    taken(subject, site);
  }

  @Override
  public void again(Object subject, int site) {
    taken(subject, site);
  }

  @Override
  String className(int site) {
    return recorder.asker.className(site);
  }

  private static int laneOf(long slot) {
    return (int) (slot >>> COUNT_BITS) - 1;
  }
}
