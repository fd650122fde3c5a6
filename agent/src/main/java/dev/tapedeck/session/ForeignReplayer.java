package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.lang.reflect.Method;
import java.tapedeck.ChildOutput;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Answers a program from the records of another tool, which know neither lanes nor lines: by what is asked. What they do
 * not hold ends the program at once; nothing is asked of the world.
 */
final class ForeignReplayer extends TapeSession {

  private static final long NANOS_OF_MILLI = 1_000_000;

  private final ForeignAnswers answers;
  private final Refusal refusal;
  private final Verdict verdict;

  ForeignReplayer(
      Doors doors,
      Asker asker,
      Lanes lanes,
      ForeignAnswers answers,
      Refusal refusal,
      Verdict verdict) {
    super(doors, asker, lanes);
    this.answers = answers;
    this.refusal = refusal;
    this.verdict = verdict;
  }

  /** Of what the JDK asks to wait no longer than it should, another tool knows nothing. */
  @Override
  public long nanoTime(int site) {
    return site == 0 ? System.nanoTime() : super.nanoTime(site);
  }

  @Override
  public long time(ThreadLane thread, Kind kind, int line) {
    boolean isMillis = kind.id() == Kinds.CLOCK_MILLIS.id();
    Long nanos = answers.nanos(isMillis ? Kinds.CLOCK_EPOCH_NANOS : kind);
    if (nanos == null) {
      throw refusal.of(kind, line, new Asked());
    }
    return isMillis ? Math.floorDiv(nanos, NANOS_OF_MILLI) : nanos;
  }

  @Override
  boolean asked(ThreadLane thread, Door door, Crossing crossing) throws IOException {
    Asked asked = new Asked();
    door.ask(crossing, asked);
    Reply reply = answers.of(thread.lane, door, asked, crossing);
    if (reply instanceof Reply.Told told) {
      retell(thread, door, crossing, told.answer().toArray());
      answers.given(thread.lane, door, crossing);
    } else if (reply instanceof Reply.Failed failed) {
      thread.failure = FailureAgain.of(failed.failure());
    } else if (reply == Reply.Other.PASSES) {
      thread.door = null;
      return false;
    } else {
      throw refusal.of(door.kind(), thread.site, asked);
    }
    return true;
  }

  @Override
  void unheard() {
    // nothing is compared that the tape does not hold
  }

  @Override
  Method[] ordered(Class<?> type, boolean publicOnly, Method[] listed) {
    return listed;
  }

  @Override
  void childSpeaks(ThreadLane thread, ChildOutput output) {
    throw refusal.of("a child process that shares a standard stream with the program", thread.site);
  }

  @Override
  void childEnded(long pid) {
    // whoever asks is told
  }

  @Override
  void endAwaited(ThreadLane thread, Awaited awaited) {
    throw refusal.of("to be told when a process ends", thread.site);
  }

  @Override
  void leads(ThreadLane thread, Outward outward) {
    throw refusal.of("an HTTP exchange", thread.site);
  }

  @Override
  void uncaught(Thread thread, Throwable thrown) {
    // the JVM says it, and its status tells
  }

  @Override
  void trouble(Throwable thrown) {
    throw refusal.trouble(thrown);
  }

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    if (notice == Notice.SHUTDOWN_DONE) {
      finish();
    } else if (notice != Notice.LAST_THREAD_ENDED) {
      super.notice(notice, subject, detail);
    }
  }

  @Override
  public void ending(int notice, int status) {
    if (notice == Notice.HALT) {
      finish();
    }
  }

  private void finish() {
    ThreadLane thread = lanes.current();
    if (thread != null) {
      thread.depth++; // what follows is ours
    }
    if (!refusal.any()) {
      ForeignEnd.write(verdict, answers);
    }
    Hooks.end(new Over());
  }
}
