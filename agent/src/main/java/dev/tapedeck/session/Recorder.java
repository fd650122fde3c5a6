package dev.tapedeck.session;

import dev.tapedeck.boundary.Behind;
import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.StandardOutput;
import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.Retention;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.tapedeck.ChildOutput;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the program go its way and writes down what it is told. */
public class Recorder extends ListeningSession {

  private static final int MILLIS = Kinds.CLOCK_MILLIS.id();
  private static final int NANOS = Kinds.CLOCK_NANOS.id();
  private static final int EPOCH_NANOS = Kinds.CLOCK_EPOCH_NANOS.id();
  private static final int SIGNAL = Kinds.PROCESS_SIGNAL.id();
  private static final long SECOND = 1_000_000_000L;

  private final TapeWriter tape;
  private final RunEnding ending;
  private final OutputPlaces places = new OutputPlaces();
  private final LiveLanes live = new LiveLanes();
  private final ChildRecorder children;
  private final WireRecorder wires;
  final Lacks lacks;
  private int nextLane;

  /** Set before the program starts. */
  @Nullable
  Retention retention;

  private volatile boolean done;

  Recorder(Doors doors, Asker asker, Lanes lanes, TapeWriter tape, Thread main) {
    super(doors, asker, lanes);
    this.tape = tape;
    this.ending = new RunEnding(main);
    this.lacks = new Lacks(tape);
    this.children = new ChildRecorder(this, tape, places);
    this.wires = new WireRecorder(this);
  }

  @Override
  public long nanoTime(int site) {
    long now = System.nanoTime();
    clock(NANOS, site, now);
    return now;
  }

  @Override
  public long currentTimeMillis(int site) {
    long now = System.currentTimeMillis();
    clock(MILLIS, site, now);
    return now;
  }

  @Override
  public long nanoTimeAdjustment(long offsetSeconds, int site) {
    long adjustment = Hooks.realNanoTimeAdjustment(offsetSeconds);
    if (adjustment != -1) { // -1: the offset is too far off, and the JDK asks again with another
      clock(EPOCH_NANOS, site, offsetSeconds * SECOND + adjustment);
    }
    return adjustment;
  }

  private void clock(int kind, int site, long value) {
    ThreadLane thread = lanes.current();
    if (thread == null || thread.depth != 0) {
      return;
    }
    try {
      int line = site != 0 ? site : asker.line(thread, 0, Door.Scope.LINE);
      if (line != Asker.NOBODY) {
        ChunkWriter writer = writer(thread);
        writer.clock(kind, line, value);
      }
    } catch (StackOverflowError theirs) {
      throw theirs; // the program has not been told the time: it has no stack left to be told
    } catch (Throwable ours) {
      trouble(ours);
    }
  }

  @Override
  boolean asked(ThreadLane thread, Door door, Crossing crossing) throws IOException {
    if (door instanceof StandardOutput) {
      places.begin(StandardOutput.stream(crossing));
    }
    // Who hears of the end that is asked for here must be later, and may be so before this call is
    // back.
    thread.signalNs = door.kind().id() == SIGNAL ? System.nanoTime() : 0;
    return false;
  }

  @Override
  void unheard() {
    lacks.unheard();
  }

  @Override
  boolean passes(ThreadLane thread, Behind behind, Crossing crossing) {
    thread.door = behind; // so that threads which it starts are out of sight
    thread.crossing = crossing;
    return false;
  }

  @Override
  void told(ThreadLane thread, Door door, Crossing crossing, @Nullable Object result)
      throws IOException {
    boolean written = false;
    try {
      EventWriter event = begin(thread, door);
      EventSink sink = new EventSink(event);
      door.ask(crossing, sink);
      if (door instanceof StandardOutput) {
        crossing.place = places.next();
      }
      door.tell(crossing, result, sink);
      event.commit();
      written = true;
      lacks.uncovered(door.kind());
    } finally {
      afterwards(door, crossing);
      thread.gapUnless(written);
    }
  }

  @Override
  void threw(ThreadLane thread, Door door, Crossing crossing, Throwable thrown) throws IOException {
    boolean written = false;
    try {
      EventWriter event = begin(thread, door);
      door.ask(crossing, new EventSink(event));
      event.failed(Failures.ofDoor(thrown));
      event.commit();
      written = true;
    } finally {
      afterwards(door, crossing);
      thread.gapUnless(written);
    }
  }

  private void afterwards(Door door, Crossing crossing) {
    if (door instanceof StandardOutput) {
      places.end(StandardOutput.stream(crossing));
    }
  }

  private EventWriter begin(ThreadLane thread, Door door) {
    long at = door.kind().id() == SIGNAL ? thread.signalNs : stampNs();
    return writer(thread).begin(door.kind(), thread.site, at);
  }

  /** When what is recorded now happens. */
  long stampNs() {
    return System.nanoTime();
  }

  /** The thread's writer, set to the lane that it runs. */
  final ChunkWriter writer(ThreadLane thread) {
    ChunkWriter writer = thread.writer;
    if (writer == null) {
      writer = tape.newChunkWriter();
      thread.writer = writer;
    }
    Lane lane = thread.lane;
    if (thread.writing != lane) {
      turnTo(thread, writer, lane);
    }
    return writer;
  }

  private void turnTo(ThreadLane thread, ChunkWriter writer, Lane lane) {
    if (thread.writing != null) {
      thread.writing.ordinal = writer.nextOrdinal();
    }
    define(lane);
    writer.lane(lane.id, lane.ordinal);
    thread.writing = lane;
  }

  /** The lane's number on the tape; it is about to do its first ordered operation. */
  int number(Lane lane) {
    define(lane);
    live.add(lane);
    return lane.id;
  }

  /** Puts a lane on the tape, and those that led to it, when it has its first event. */
  void define(Lane lane) {
    if (lane.id != Lane.NOT_ON_TAPE) {
      return;
    }
    synchronized (tape) {
      if (lane.parent != null) {
        define(lane.parent);
      }
      if (lane.id == Lane.NOT_ON_TAPE) {
        int id = nextLane++;
        int parent = lane.parent == null ? -1 : lane.parent.id;
        tape.defineLane(id, parent, lane.index, lane.threadName);
        lane.id = id;
      }
    }
  }

  @Override
  Method[] ordered(Class<?> type, boolean publicOnly, Method[] listed) {
    try {
      tape.methodOrder(MethodOrders.of(type, publicOnly, listed));
    } catch (RuntimeException | Error ours) {
      trouble(ours);
    }
    return listed;
  }

  @Override
  void childSpeaks(ThreadLane thread, ChildOutput output) {
    children.speaks(thread, output);
  }

  @Override
  void childEnded(long pid) {
    children.ended(pid);
  }

  @Override
  void endAwaited(ThreadLane thread, Awaited awaited) {
    children.endAwaited(thread, awaited);
  }

  @Override
  void leads(ThreadLane thread, Outward outward) throws Exception {
    wires.leads(thread, outward);
  }

  @Override
  void uncaught(Thread thread, Throwable thrown) {
    ending.uncaught(thread, thrown);
  }

  @Override
  void trouble(Throwable thrown) {
    lacks.trouble(thrown);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    if (notice == Notice.LAST_THREAD_ENDED) {
      ending(notice, 0);
    } else if (notice == Notice.SHUTDOWN_DONE) {
      end();
    } else if (notice == Notice.VIRTUAL_ENDED) {
      leavesLane();
    } else {
      if (notice == Notice.TASK_ENDED
          || notice == Notice.TASK_LEFT
          || notice == Notice.THREAD_ENDED) {
        laneEnds(notice == Notice.THREAD_ENDED);
      }
      super.notice(notice, subject, detail);
      if (notice == Notice.TASK_COMPUTES) {
        runs();
      } else if (notice == Notice.THREAD_ENDED) {
        ending.threadEnded();
        release();
      }
    }
  }

  /** The current thread goes on in the lane, where others have been before. */
  void entersLane(Lane lane) {
    if (lane.slot != 0) {
      live.add(lane);
    }
  }

  /** The current thread has nothing more to do in its lane. */
  void leavesLane() {
    laneEnds(true);
    release();
  }

  /** A thread's own lane ends with the thread. */
  private void laneEnds(boolean withThread) {
    ThreadLane thread = lanes.several ? lanes.current() : null;
    if (thread != null && (withThread || thread.lane != thread.own)) {
      live.remove(thread.lane);
    }
  }

  /** The lane is on the tape even if nothing is heard of it: a replay must know that it has run. */
  private void runs() {
    ThreadLane thread = lanes.current();
    if (thread != null && thread.lane != thread.own) {
      define(thread.lane);
    }
  }

  @Override
  public void ending(int notice, int status) {
    if (ending.begins(notice, status)) {
      tape.phase(Phase.RUNTIME_FINALIZE);
    }
    if (notice == Notice.HALT) {
      end();
    }
  }

  /** The current thread has ended, or nearly so. */
  private void release() {
    ThreadLane thread = lanes.current();
    if (thread != null) {
      thread.release();
    }
  }

  private synchronized void end() {
    if (done) {
      return;
    }
    done = true;
    ThreadLane thread = lanes.current();
    if (thread != null) {
      thread.depth++; // what follows is ours
    }
    children.handOver();
    boolean isWhole = lacks.say();
    places.close();
    List<String> operations = live.operations();
    if (!operations.isEmpty()) {
      tape.addToHeader(new Fields().put(Header.LAST_OPERATIONS, operations));
    }
    RunEnd end = ending.end(isWhole);
    tape.end(end);
    Hooks.end(new Over());
    if (retention != null) {
      retention.ends(end);
    }
  }
}
