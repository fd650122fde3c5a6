package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import java.tapedeck.Interrupts;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * In replay, keeps what a child process says, and how it ends, behind what it had heard by then from
 * other lanes: words on its standard input, and signals.
 *
 * <p>A thread that reads what a child says would otherwise know of its death before another thread has
 * killed it.
 */
final class HeardFirst {

  private static final long TICK_MS = 1;
  private static final long PATIENCE_MS = 2000;
  private static final long PATIENCE_WITH_SLEEPERS_MS = 60_000;

  private final LanesOnTape tape;
  private final ProgramThreads threads;
  private @Nullable Map<Object, PriorityQueue<Word>> heard;

  HeardFirst(LanesOnTape tape, ProgramThreads threads) {
    this.tape = tape;
    this.threads = threads;
  }

  /** Whether the event is an answer of a child process. */
  static boolean concerns(int kind) {
    return kind == Kinds.PROCESS_READ.id() || kind == Kinds.PROCESS_WAIT.id();
  }

  /**
   * Returns when everything has been consumed that the child heard before it answered; or when nobody
   * else moves, because whoever is to say it waits for this very thread.
   */
  void await(ThreadLane thread, Event answer) {
    PriorityQueue<Word> words = heard().get(answer.question()[0]);
    if (words == null) {
      return;
    }
    long consumed = -1;
    long quietMs = 0;
    thread.waitsForWords = true;
    while (hasLeft(words, answer.stampNs()) && quietMs < patienceMs(thread)) {
      long now = tape.consumed();
      quietMs = now == consumed ? quietMs + TICK_MS : 0;
      consumed = now;
      try {
        Thread.sleep(TICK_MS);
      } catch (InterruptedException theirs) {
        Interrupts.restore();
        break;
      }
    }
    thread.waitsForWords = false;
  }

  /** Whether there are words of before the answer that nobody has said again. */
  private boolean hasLeft(PriorityQueue<Word> words, long stampNs) {
    synchronized (words) {
      Word first = words.peek();
      while (first != null && tape.consumed(first.lane) > first.ordinal) {
        words.poll();
        first = words.peek();
      }
      return first != null && first.stampNs < stampNs;
    }
  }

  private long patienceMs(ThreadLane thread) {
    return threads.othersMayMove(thread) ? PATIENCE_WITH_SLEEPERS_MS : PATIENCE_MS;
  }

  private synchronized Map<Object, PriorityQueue<Word>> heard() {
    Map<Object, PriorityQueue<Word>> found = heard;
    if (found == null) {
      found = new HashMap<>();
      for (LaneEvents lane : tape.afresh()) {
        while (lane.advance()) {
          if (lane.kindId() == Kinds.PROCESS_WRITE.id()
              || lane.kindId() == Kinds.PROCESS_SIGNAL.id()) {
            found
                .computeIfAbsent(lane.event().question()[0], none -> new PriorityQueue<>())
                .add(new Word(lane.stampNs(), lane.lane(), lane.ordinal()));
          }
        }
      }
      heard = found;
    }
    return found;
  }

  /** Where on the tape a child is told something. */
  private record Word(long stampNs, int lane, long ordinal) implements Comparable<Word> {
    @Override
    public int compareTo(Word other) {
      return Long.compare(stampNs, other.stampNs);
    }
  }
}
