package dev.tapedeck.session;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.TapeWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a recording lacks, to be said at its end. */
final class Lacks {

  private static final int UNCOVERED = Kinds.UNCOVERED.id();

  private final TapeWriter tape;
  private final AtomicInteger uncovered = new AtomicInteger();
  private volatile @Nullable String lost;

  Lacks(TapeWriter tape) {
    this.tape = tape;
  }

  /** An event of that kind: maybe of what no boundary covers. */
  void uncovered(Kind kind) {
    if (kind.id() == UNCOVERED) {
      uncovered.incrementAndGet();
    }
  }

  /** The program has said something where nothing is recorded. */
  void unheard() {
    if (lost == null && !(Thread.currentThread() instanceof AgentThread)) {
      lost = "the program said something where a library called it out of sight, on thread "
          + Thread.currentThread().getName()
          + "; a replay does not say it";
    }
  }

  /** An event could not be recorded. */
  void trouble(Throwable thrown) {
    if (lost == null) {
      lost = "an event could not be recorded: " + thrown;
      try {
        tape.note(new Note("error", "an event could not be recorded: " + thrown));
      } catch (RuntimeException | Error worse) {
        lost = "an event could not be recorded: " + worse;
      }
    }
  }

  /** Tells people; true where the tape is complete for all that. */
  boolean say() {
    String failure = tape.failure();
    String why = failure != null ? failure : lost;
    if (why != null) {
      System.err.println("tapedeck: the recording is incomplete: " + why);
    }
    if (uncovered.get() > 0) {
      System.err.println(
          "tapedeck: sockets were opened outside every boundary: a replay stops where the"
              + " program opens the first; 'tapedeck info' says which");
    }
    return why == null;
  }
}
