package dev.tapedeck.session;

import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.TapeWriter;
import java.tapedeck.ChildOutput;
import org.jspecify.annotations.Nullable;

/**
 * Records what comes from child processes beside the lanes that started them: what they say on our streams, and
 * their ends.
 */
final class ChildRecorder {

  private final Recorder recorder;
  private final TapeWriter tape;
  private final OutputPlaces places;

  /** Null until a child may speak: most programs have none. */
  private @Nullable ChildSpeeches speeches;

  ChildRecorder(Recorder recorder, TapeWriter tape, OutputPlaces places) {
    this.recorder = recorder;
    this.tape = tape;
    this.places = places;
  }

  /** A child that the thread has started says something on a standard stream of ours. */
  void speaks(ThreadLane thread, ChildOutput output) {
    begun().add(new ChildSpeech(output, aside(thread), places, recorder));
  }

  private synchronized ChildSpeeches begun() {
    ChildSpeeches made = speeches == null ? new ChildSpeeches() : speeches;
    speeches = made;
    return made;
  }

  /** A child is known to have ended. */
  void ended(long pid) {
    ChildSpeeches all = speeches();
    if (all != null) {
      all.drain(pid);
    }
  }

  private synchronized @Nullable ChildSpeeches speeches() {
    return speeches;
  }

  /** The thread has asked for the end of a process. */
  @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell
  void endAwaited(ThreadLane thread, Awaited awaited) {
    EventWriter event =
        recorder.writer(thread).begin(Kinds.PROCESS_AWAIT, thread.site, System.nanoTime());
    event.putLong(awaited.pid()).commit();
    AsideWriter aside = aside(thread);
    long askedNs = System.nanoTime();
    Thread asker = thread.thread;
    awaited
        .real()
        .whenComplete((value, failure) -> new ExitThread(
                aside.lane(), asker, awaited.end(), askedNs, () -> ended(awaited, aside))
            .start());
  }

  private void ended(Awaited awaited, AsideWriter aside) {
    ThreadLane thread = recorder.lanes.current();
    if (thread == null) {
      return;
    }
    thread.depth++; // our own look at its pipes is no event
    try {
      while (!awaited.isKnown()) {
        ExitThread.waits(1); // the JDK's thread is about to tell it
      }
      ended(awaited.pid());
      aside.ended(awaited.pid());
    } catch (RuntimeException | Error ours) {
      recorder.trouble(ours);
    } finally {
      thread.depth--;
    }
  }

  private AsideWriter aside(ThreadLane thread) {
    Lane lane = Lanes.aside(thread);
    recorder.define(lane);
    return new AsideWriter(tape, thread, lane);
  }

  /** The recording ends; children may live on. */
  void handOver() {
    ChildSpeeches all = speeches();
    if (all != null && all.handOver()) {
      tape.note(
          new Note(
              "warning",
              "a child process outlived the program; what it said on its streams then is not on the tape"));
    }
  }
}
