package dev.tapedeck.session;

import dev.tapedeck.boundary.Arrival;
import dev.tapedeck.boundary.Behind;
import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.boundary.Lends;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.StandardOutput;
import dev.tapedeck.boundary.Wire;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.TapeWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.tapedeck.ChildOutput;
import java.tapedeck.Notice;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Records a changed program whose world is an old tape: what it is told comes from there, and what that does not hold
 * ends it. Never asks the world.
 */
final class Blesser extends Recorder implements TapeClock.Times {

  private final OldAnswers answers;
  private final Map<String, MethodOrder> methodOrders;
  private final Refusal refusal;
  private final TapeClock clock;

  /** The time of the old tape, by which the new one goes. */
  private final AtomicLong now;

  Blesser(
      Doors doors,
      Asker asker,
      Lanes lanes,
      TapeWriter tape,
      OldAnswers answers,
      Map<String, MethodOrder> methodOrders,
      long startedNs,
      Refusal refusal) {
    super(doors, asker, lanes, tape, Thread.currentThread());
    this.answers = answers;
    this.methodOrders = methodOrders;
    this.now = new AtomicLong(startedNs);
    this.refusal = refusal;
    this.clock = new TapeClock(lanes, asker, this);
  }

  @Override
  long stampNs() {
    return now.incrementAndGet();
  }

  @Override
  public long nanoTime(int site) {
    return clock.nanoTime(site);
  }

  @Override
  public long currentTimeMillis(int site) {
    return clock.currentTimeMillis(site);
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    return clock.nanoTimeAdjustment(offsetSeconds, site);
  }

  @Override
  public long time(ThreadLane thread, Kind kind, int line) {
    OldAnswers.Told told = answers.time(thread.lane, kind, refusal.site(line));
    comesTo(told.stampNs());
    writer(thread).clock(kind.id(), line, told.value());
    return told.value();
  }

  private void comesTo(long stampNs) {
    now.accumulateAndGet(stampNs, Math::max);
  }

  @Override
  boolean asked(ThreadLane thread, Door door, Crossing crossing) throws IOException {
    if (door instanceof StandardOutput || door.isOfThisProcess()) {
      return super.asked(thread, door, crossing);
    }
    if (door instanceof Lends lends) {
      while (answers.isNext(thread.lane, lends.begins())) {
        lend(lends, crossing);
      }
    }
    Asked asked = new Asked();
    door.ask(crossing, asked);
    Kind kind = door.kind();
    Event old = answers.find(thread.lane, kind, asked, QuestionKey.exchange(crossing));
    if (old != null) {
      comesTo(old.stampNs());
    }
    if (old == null || kind.id() == Kinds.UNCOVERED.id() && old.failure() == null) {
      old = madeUp(kind, asked, thread.site);
    }
    if (old.failure() != null) {
      thread.failure = FailureAgain.of(old.failure());
    } else {
      TapeSession.retell(thread, door, crossing, old.answer());
    }
    write(thread, kind, thread.site, asked, old);
    return true;
  }

  /** What needs no old answer; else there is none. */
  private Event madeUp(Kind kind, Asked asked, int site) {
    Object[] answer = {};
    Long number = kind.question().isEmpty() ? null : answers.number(kind, asked);
    if (number != null) {
      answer = new Object[] {number};
    } else if (kind.id() == Kinds.FILE_WRITE.id()
        && Reuse.of(kind, asked.fields()) == Reuse.NOTHING) {
      answer = new Object[] {asked.fields().get(3)}; // all of it
    } else if (kind.id() != Kinds.SLEEP.id()) {
      throw refusal.of(kind, site, asked);
    }
    return new Event(kind, 0, 0, site, 0, 0, asked.fields().toArray(), answer, null);
  }

  /** What is asked now, with the answer that was recorded. */
  private void write(ThreadLane thread, Kind kind, int site, Asked asked, Event old) {
    boolean written = false;
    try {
      EventWriter event = writer(thread).begin(kind, site, stampNs());
      Values.put(event, kind.question(), asked.fields());
      Throwable failure = thread.failure;
      if (old.failure() != null) {
        event.failed(old.failure());
      } else if (failure != null) {
        event.failed(Failures.ofDoor(failure));
      } else {
        Values.put(event, kind.answer(), Arrays.asList(old.answer()));
      }
      event.commit();
      written = true;
    } finally {
      thread.gapUnless(written);
    }
  }

  @Override
  boolean passes(ThreadLane thread, Behind behind, Crossing crossing) {
    try {
      thread.answer = behind.instead(crossing);
    } catch (Exception ours) {
      throw refusal.trouble(ours);
    }
    return true;
  }

  @Override
  Method[] ordered(Class<?> type, boolean publicOnly, Method[] listed) {
    MethodOrder recorded = methodOrders.get(type.getName() + (publicOnly ? " public" : ""));
    return super.ordered(
        type, publicOnly, recorded == null ? listed : MethodOrders.restored(recorded, listed));
  }

  @Override
  void childSpeaks(ThreadLane thread, ChildOutput output) {
    throw refusal.of("a child process that shares a standard stream with the program", thread.site);
  }

  @Override
  void endAwaited(ThreadLane thread, Awaited awaited) {
    throw refusal.of("to be told when a process ends", thread.site);
  }

  @Override
  void leads(ThreadLane thread, Outward outward) {
    Wire wire = outward.wire();
    if (!wire.hasBegun()) {
      holdWire(thread, wire);
      Lane lane = lanes.wired(thread, wire.threadName());
      wire.begin(thread.site, null);
      new WireThread(lanes, new WireThread.Work(lane, new OldWire(wire, lane, answers, this)), null)
          .start();
    }
  }

  /** It came over a wire when it was recorded, and comes again. */
  void arrived(Arrival arrival, Event old, int site) {
    ThreadLane thread = lanes.current();
    if (thread == null) {
      return;
    }
    thread.hint = site;
    thread.depth++;
    try {
      Asked asked = new Asked();
      arrival.ask(asked);
      if (!asked.is(old.question())) {
        throw refusal.of(old.kind(), site, asked);
      }
      comesTo(old.stampNs());
      write(thread, old.kind(), site, alone(arrival), old);
    } catch (IOException ours) {
      throw refusal.trouble(ours);
    } finally {
      thread.depth--;
    }
    arrival.happen();
  }

  /** Here each thing is told on its own. */
  private static Asked alone(Arrival arrival) throws IOException {
    arrival.follows(false);
    Asked asked = new Asked();
    arrival.ask(asked);
    return asked;
  }

  /** Nothing came over a wire for this. */
  RuntimeException unanswered(Asked request, int site) {
    return refusal.of(Kinds.HTTP_EXCHANGE, site, request);
  }

  @Override
  void trouble(Throwable thrown) {
    throw refusal.trouble(thrown);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    if (!refusal.any()) {
      super.notice(notice, subject, detail);
      if (notice == Notice.SHUTDOWN_DONE) {
        refusal.none();
      }
    }
  }

  @Override
  public void ending(int notice, int status) {
    if (!refusal.any()) {
      super.ending(notice, status);
      if (notice == Notice.HALT) {
        refusal.none();
      }
    }
  }
}
