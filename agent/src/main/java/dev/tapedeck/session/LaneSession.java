package dev.tapedeck.session;

import dev.tapedeck.boundary.Behind;
import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.Lends;
import dev.tapedeck.boundary.Shut;
import dev.tapedeck.boundary.StandardOutput;
import java.io.IOException;
import java.lang.reflect.Method;
import java.tapedeck.Calls;
import java.tapedeck.Session;
import org.jspecify.annotations.Nullable;

/**
 * What recorder and replayer share when the program comes to a door: whose question it is, from which line, and
 * through which door.
 *
 * <p>A door behind a door is no question: only the outermost crossing of a thread counts.
 */
abstract class LaneSession extends Session {

  final Doors doors;
  final Asker asker;
  final Lanes lanes;

  LaneSession(Doors doors, Asker asker, Lanes lanes) {
    this.doors = doors;
    this.asker = asker;
    this.lanes = lanes;
  }

  /**
   * Takes a question that counts; true when the answer is there.
   *
   * <p>The thread knows its door, crossing and site.
   */
  abstract boolean asked(ThreadLane thread, Door door, Crossing crossing) throws IOException;

  /** Something is said on a standard stream where nothing is recorded. */
  abstract void unheard();

  /** A call that leads out and tells nothing; true where it is not made. */
  abstract boolean passes(ThreadLane thread, Behind behind, Crossing crossing) throws Exception;

  /** Takes what a door that counts has returned. */
  abstract void told(ThreadLane thread, Door door, Crossing crossing, @Nullable Object result)
      throws IOException;

  /** Takes what a door that counts has thrown. */
  abstract void threw(ThreadLane thread, Door door, Crossing crossing, Throwable thrown)
      throws IOException;

  /** Something of ours has failed at a question. */
  abstract void trouble(Throwable thrown);

  @Override
  public final boolean enter(int number, int site, @Nullable Object self, Object... arguments) {
    ThreadLane thread = lanes.current();
    if (thread == null) {
      Door door = doors.at(number);
      if (StandardOutput.isSaid(door, self, arguments)) {
        unheard();
      }
      return door instanceof Shut shut
          && shut.isForAnyThread()
          && shut.applies(new Crossing(self, arguments));
    }
    if (thread.isMakingRoom()) {
      thread.depth++;
      return false;
    }
    if (thread.depth > 0) {
      Door door = doors.at(number);
      if (door instanceof Shut shut
          && shut.isBehindDoors()
          && shut.applies(new Crossing(self, arguments))) {
        return true;
      }
      if (thread.door != null
          && thread.door.hidesProgram()
          && StandardOutput.isSaid(door, self, arguments)) {
        unheard();
      }
      thread.depth++;
      return false;
    }
    thread.depth = 1;
    thread.replaced = number <= Calls.LAST;
    boolean answered = false;
    Crossing crossing = null;
    try {
      crossing = new Crossing(self, arguments);
      crossing.inTask = thread.lane != thread.own;
      Door declared = doors.at(number);
      if (declared instanceof Shut shut && shut.isBehindDoors()) {
        thread.leaveDoor(); // in sight it is none
        return false;
      }
      Door door = declared.at(crossing);
      if (door instanceof Shut shut) {
        thread.answer = shut.answer();
        answered = true;
      } else if (door instanceof Behind behind) {
        answered = passes(thread, behind, crossing);
      } else if (door != null) {
        answered = asked(thread, door, crossing, site);
        thread.after = answered ? crossing.after : null;
      }
    } catch (java.tapedeck.Divergence divergence) {
      thread.leaveDoor();
      throw divergence;
    } catch (Throwable ours) {
      thread.door = null;
      trouble(ours);
    } finally {
      if (crossing != null && (answered || thread.door == null)) {
        crossing.undo();
      }
    }
    if (answered) {
      thread.leaveDoor();
    } else if (thread.door != null && thread.door.hidesProgram()) {
      thread.seedBefore = Lanes.randomSeed();
    }
    return answered;
  }

  private boolean asked(ThreadLane thread, Door door, Crossing crossing, int site)
      throws IOException {
    int line = door.scope() == Door.Scope.OPENED
        ? (thread.hint != 0 ? thread.hint : crossing.site)
        : asker.line(thread, site, crossing.forAll ? Door.Scope.ALL : door.scope());
    if (line == Asker.NOBODY) {
      return false;
    }
    crossing.site = line;
    thread.door = door;
    thread.crossing = crossing;
    thread.site = line;
    return asked(thread, door, crossing);
  }

  @Override
  public final @Nullable Object answer() {
    ThreadLane thread = lanes.current();
    if (thread == null) {
      return null;
    }
    Throwable failure = thread.failure;
    if (failure != null) {
      thread.failure = null;
      throw Sneaky.<RuntimeException>thrown(failure);
    }
    Object answer = thread.answer;
    thread.answer = null;
    follow(thread.after);
    return answer;
  }

  @Override
  public final void leave(@Nullable Object result) {
    ThreadLane thread = lanes.current();
    if (thread == null || thread.depth == 0) {
      return;
    }
    if (thread.depth > 1) {
      thread.depth--;
      return;
    }
    Door door = thread.door;
    Crossing crossing = thread.crossing;
    restore(thread);
    if (crossing != null) {
      crossing.undo();
    }
    try {
      if (door != null && crossing != null && !(door instanceof Behind)) {
        told(thread, door, crossing, result);
      }
    } catch (Throwable ours) {
      trouble(ours);
    } finally {
      thread.leaveDoor();
    }
    if (crossing != null) {
      follow(crossing.after);
    }
  }

  /** A library that works behind a door draws random numbers that are not the program's. */
  private static void restore(ThreadLane thread) {
    if (thread.door != null && thread.door.hidesProgram()) {
      Lanes.putRandomSeed(thread.seedBefore);
    }
  }

  /** What the program's own code throws there goes on as if the library had called it. */
  private static void follow(Crossing.@Nullable Afterwards after) {
    if (after != null) {
      try {
        after.run();
      } catch (Throwable theirs) {
        throw Sneaky.<RuntimeException>thrown(theirs);
      }
    }
  }

  @Override
  public final void failed(Throwable thrown) {
    ThreadLane thread = lanes.current();
    if (thread == null || thread.depth == 0) {
      return;
    }
    if (thread.depth > 1) {
      thread.depth--;
      return;
    }
    Door door = thread.door;
    Crossing crossing = thread.crossing;
    restore(thread);
    if (crossing != null) {
      crossing.undo();
    }
    try {
      if (door instanceof Behind) {
        return; // it goes to the program as it is
      }
      if (door != null && crossing != null) {
        threw(thread, door, crossing, thrown);
      } else if (thread.replaced) {
        Failures.clean(thrown);
      }
    } catch (Throwable ours) {
      trouble(ours);
    } finally {
      thread.leaveDoor();
    }
  }

  /** Where a thread stood behind a door. */
  private record Stood(
      int depth, @Nullable Door door, @Nullable Crossing crossing, int site) {}

  @Override
  public final @Nullable Object ahead() {
    ThreadLane thread = lanes.current();
    if (thread == null || thread.depth == 0) {
      return null;
    }
    Stood stood = new Stood(thread.depth, thread.door, thread.crossing, thread.site);
    restore(thread);
    thread.leaveDoor();
    return stood;
  }

  @Override
  public final void behind(@Nullable Object before) {
    ThreadLane thread = lanes.current();
    if (thread != null && before instanceof Stood stood) {
      thread.depth = stood.depth();
      thread.door = stood.door();
      thread.crossing = stood.crossing();
      thread.site = stood.site();
      thread.seedBefore = Lanes.randomSeed();
    }
  }

  /** Lets the program do once what it did behind the door. */
  final void lend(Lends lends, Crossing crossing) {
    Object before = ahead();
    try {
      lends.lend(crossing);
    } catch (IOException theirs) {
      // what became of it is told by the door
    } finally {
      behind(before);
    }
  }

  @Override
  public final void at(int site) {
    ThreadLane thread = lanes.current();
    if (thread != null && thread.depth == 0) { // behind a door, a replay notes no lines
      thread.hint = site;
    }
  }

  @Override
  public final Method[] methods(Class<?> type, boolean publicOnly, Method[] listed) {
    if (listed.length < 2) {
      return listed;
    }
    ThreadLane thread = lanes.current();
    if (thread == null) {
      return listed;
    }
    thread.depth++;
    try {
      return ordered(type, publicOnly, listed);
    } finally {
      thread.depth--;
    }
  }

  /** Notes the order in which the JVM lists methods, or restores the one that was noted. */
  abstract Method[] ordered(Class<?> type, boolean publicOnly, Method[] listed);

  @Override
  public final int hash(Object object) {
    return lanes.hash(object);
  }
}
