package dev.tapedeck.session;

import dev.tapedeck.boundary.Door;
import dev.tapedeck.boundary.Doors;
import dev.tapedeck.boundary.EndAwaited.Awaited;
import dev.tapedeck.boundary.HttpClientSend;
import dev.tapedeck.boundary.Outward;
import dev.tapedeck.boundary.SearchedPaths;
import dev.tapedeck.boundary.Wire;
import java.tapedeck.ChildOutput;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What recorder and replayer share when they hear what becomes of the program: of its threads and tasks, of what it
 * sends and who answers, of its children, of what it throws.
 */
abstract class ListeningSession extends LaneSession {

  ListeningSession(Doors doors, Asker asker, Lanes lanes) {
    super(doors, asker, lanes);
  }

  /** Takes a throwable that ends the thread. */
  abstract void uncaught(Thread thread, Throwable thrown);

  /** A child process that the thread has started says something on a standard stream of ours. */
  abstract void childSpeaks(ThreadLane thread, ChildOutput output);

  /** A child process is known to have ended. */
  abstract void childEnded(long pid);

  /** The thread has asked for the end of a process. */
  abstract void endAwaited(ThreadLane thread, Awaited awaited);

  /** The thread's call leads to what others do beside its lane. */
  abstract void leads(ThreadLane thread, Outward outward) throws Exception;

  @Override
  public void notice(int notice, @Nullable Object subject, @Nullable Object detail) {
    if (notice == Notice.DEFINING) {
      lanes.defining();
    } else if (notice == Notice.DEFINED) {
      lanes.defined((Class<?>) subject);
    } else if (notice == Notice.THREAD_STARTING && subject instanceof Thread thread) {
      lanes.starting(thread);
    } else if (notice == Notice.THREAD_RUNNING && subject == Thread.currentThread()) {
      lanes.running();
    } else if (notice == Notice.THREAD_ENDED && subject instanceof Thread thread) {
      lanes.ended(thread);
    } else if (notice == Notice.TASK_SUBMITTED && subject != null) {
      lanes.submitted(subject);
    } else if (notice == Notice.TASK_POOLED && subject != null && detail != null) {
      lanes.pooled(subject, detail);
    } else if (notice == Notice.TASK_BEGINS && subject != null) {
      lanes.taskBegins(subject);
    } else if (notice == Notice.TASK_ENDED) {
      lanes.taskEnded();
    } else if (notice == Notice.TASK_ENTERED && subject != null) {
      lanes.taskEntered(subject);
    } else if (notice == Notice.TASK_LEFT && subject != null) {
      lanes.taskLeft(subject);
      releaseWires();
    } else if (notice == Notice.UNCAUGHT
        && subject instanceof Thread thread
        && detail instanceof Throwable thrown) {
      uncaughtHere(thread, thrown);
    } else if (notice == Notice.SEARCHED && subject != null) {
      SearchedPaths.add(subject);
    } else if (notice == Notice.REQUESTED && subject != null) {
      requested(subject);
    } else if (notice == Notice.SENT) {
      sent();
    } else if (notice == Notice.TELLS || notice == Notice.TOLD) {
      tells(notice == Notice.TELLS);
    } else if (notice == Notice.GUARDED) {
      if (!isForCallers(new Throwable().getStackTrace())) {
        guarded();
      }
    } else if (notice == Notice.DESCRIBED && subject instanceof Throwable thrown) {
      if (isByJvm(new Throwable().getStackTrace())) {
        uncaughtHere(Thread.currentThread(), thrown);
      }
    } else if (notice == Notice.CHILD_ENDED && subject instanceof Long pid) {
      childEnded(pid);
    } else {
      besides(notice, subject);
    }
  }

  /** A request is sent, which others may carry on with. */
  private void requested(Object exchanges) {
    ThreadLane thread = lanes.current();
    if (thread != null && thread.depth == 0) {
      int site = Math.max(0, asker.line(thread, 0, Door.Scope.PROGRAM));
      thread.send = HttpClientSend.of(exchanges, site, thread.send);
    }
  }

  private void sent() {
    ThreadLane thread = lanes.current();
    if (thread != null && thread.depth == 0 && thread.send != null) {
      thread.send = thread.send.returned();
    }
  }

  private void tells(boolean begins) {
    ThreadLane thread = lanes.current();
    if (thread != null) {
      thread.tells += begins ? 1 : -1;
      releaseWires();
    }
  }

  /**
   * What comes over a wire waits until the task that has begun it has ended: it is about to say what
   * shall follow, and otherwise it would be the one to do it.
   */
  final void holdWire(ThreadLane thread, Wire wire) {
    if (thread.entered != null || thread.tells > 0) {
      wire.hold();
      if (thread.wires == null) {
        thread.wires = new ArrayList<>();
      }
      thread.wires.add(wire);
    }
  }

  private void releaseWires() {
    ThreadLane thread = lanes.current();
    if (thread != null && thread.wires != null) {
      thread.wires.forEach(Wire::release);
      thread.wires = null;
    }
  }

  /** First the program's own code has its say, as if no door were there. */
  private void outward(ThreadLane thread, Outward outward) {
    int depth = thread.depth;
    boolean replaced = thread.replaced;
    boolean goes;
    thread.depth = 0;
    try {
      goes = outward.prepare();
    } finally {
      thread.depth = depth;
      thread.replaced = replaced;
    }
    if (goes) {
      thread.site = outward.site();
      thread.depth++; // the program may have been told of something, and be in no door
      try {
        leads(thread, outward);
      } catch (RuntimeException | Error ours) {
        throw ours;
      } catch (Exception ours) {
        throw new IllegalStateException(ours);
      } finally {
        thread.depth--;
      }
    }
  }

  /** What is loaded from now on, the program's security manager is asked for: so nothing of ours is. */
  private void guarded() {
    ThreadLane thread = lanes.current();
    if (thread != null) {
      thread.depth++;
    }
    try {
      doors.makeAll();
    } catch (RuntimeException | Error ours) {
      trouble(ours);
    } finally {
      if (thread != null) {
        thread.depth--;
      }
    }
    Hooks.guarded();
  }

  /** Cryptography makes a security manager to learn who calls it, and never asks it for anything else. */
  private static boolean isForCallers(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (frame.getMethodName().equals("<init>")
          && frame.getClassName().equals("javax.crypto.JceSecurityManager")) {
        return true;
      }
    }
    return false;
  }

  private void besides(int notice, @Nullable Object subject) {
    ThreadLane thread = lanes.current();
    if (thread == null) {
      return;
    }
    if (notice == Notice.CHILD_SPEAKS && subject instanceof ChildOutput output) {
      childSpeaks(thread, output);
    } else if (notice == Notice.OUTWARD && subject instanceof Outward outward) {
      outward(thread, outward);
    } else if (notice == Notice.END_AWAITED && subject instanceof Awaited awaited) {
      thread.site = asker.line(thread, 0, Door.Scope.ALL);
      endAwaited(thread, awaited);
    }
  }

  /**
   * Whether nobody in Java has called the method that tells of this. The launcher describes so what it
   * cannot start the main class for, and ends with 1 (java.c: {@code CHECK_EXCEPTION_LEAVE}).
   */
  private static boolean isByJvm(StackTraceElement[] frames) {
    StackTraceElement first = frames[frames.length - 1];
    return first.getMethodName().equals("printStackTrace")
        && first.getClassName().equals("java.lang.Throwable");
  }

  private void uncaughtHere(Thread thread, Throwable thrown) {
    ThreadLane lane = lanes.current();
    if (lane == null) {
      return;
    }
    lane.depth++;
    try {
      uncaught(thread, thrown);
    } finally {
      lane.depth--;
    }
  }
}
