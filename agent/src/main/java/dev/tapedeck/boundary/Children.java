package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.io.OutputStream;
import java.tapedeck.ChildInput;
import java.tapedeck.ChildOutput;
import java.tapedeck.Hooks;
import java.tapedeck.Notice;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Child processes: how they are started, and how they end. */
final class Children {

  private static final String PROCESS = "java/lang/ProcessImpl";
  private static final String HANDLE = "java/lang/ProcessHandleImpl";

  private Children() {}

  static List<Wrap> wraps(Secrets secrets) {
    return List.of(
        Wrap.of(
            PROCESS,
            "start",
            "([Ljava/lang/String;Ljava/util/Map;Ljava/lang/String;"
                + "[Ljava/lang/ProcessBuilder$Redirect;Z)Ljava/lang/Process;",
            new Spawn(secrets)),
        Wrap.of(PROCESS, "waitFor", "()I", new State("waitFor", Box.INT)),
        Wrap.of(
            PROCESS,
            "waitFor",
            "(JLjava/util/concurrent/TimeUnit;)Z",
            new State("waitFor", Box.BOOLEAN)),
        Wrap.of(PROCESS, "exitValue", "()I", new State("exitValue", Box.INT)),
        Wrap.of(PROCESS, "isAlive", "()Z", new State("isAlive", Box.BOOLEAN)),
        Wrap.of(PROCESS, "toString", "()Ljava/lang/String;", new Text()),
        Wrap.of(PROCESS, "destroy", "(Z)V", new Destroy()),
        EndAwaited.wrap(PROCESS),
        EndAwaited.wrap(HANDLE),
        Wrap.of(PROCESS + "$ProcessPipeInputStream", "processExited", "()V", new Exited()),
        Wrap.of(PROCESS + "$ProcessPipeOutputStream", "processExited", "()V", new Exited()));
  }

  private static ChildProcess child(Crossing crossing) {
    if (crossing.self == null) {
      throw new IllegalStateException("a process is asked");
    }
    return new ChildProcess(crossing.self);
  }

  /** Whether it lives, or how it ended, at once or after some time. */
  private static final class State extends Door {

    private static final long WITHOUT_LIMIT = -1;

    private final String what;
    private final Box box;

    State(String what, Box box) {
      super(Kinds.PROCESS_WAIT, Scope.ALL);
      this.what = what;
      this.box = box;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putLong(child(crossing).pid());
      question.putString(what);
      question.putLong(
          crossing.count() == 2 && crossing.argument(1) instanceof TimeUnit unit
              ? unit.toNanos(crossing.number(0))
              : WITHOUT_LIMIT);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      long value = Box.number(result);
      boolean isAlive = box == Box.BOOLEAN && value == (what.equals("isAlive") ? 1 : 0);
      if (!isAlive) {
        Hooks.session.notice(Notice.CHILD_ENDED, child(crossing).pid(), null);
      }
      answer.putLong(value);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return box.of(answer.longAt(0));
    }
  }

  /** Its text tells whether it lives. */
  private static final class Text extends Door {

    Text() {
      super(Kinds.HOST_STRING, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("Process.toString");
      question.putString(String.valueOf(child(crossing).pid()));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putString((String) result);
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return answer.stringAt(0);
    }
  }

  /** Kills it, gently or not, and closes the pipes. */
  private static final class Destroy extends Door {

    Destroy() {
      super(Kinds.PROCESS_SIGNAL, Scope.ALL);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putLong(child(crossing).pid());
      question.putString(crossing.argument(0).equals(true) ? "destroyForcibly" : "destroy");
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      child(crossing).closePipes();
      return null;
    }
  }

  /** The end of a process has come: leaves to ours what the JDK would do with its pipes. */
  private static final class Exited extends Shut {

    Exited() {
      super(null);
    }

    @Override
    public boolean isForAnyThread() {
      return true;
    }

    @Override
    public boolean applies(Crossing crossing) {
      Object buffer = crossing.self;
      if (buffer == null) {
        return false;
      }
      Object pipe = Offsets.reference(buffer, buffer instanceof OutputStream ? "out" : "in");
      if (pipe instanceof ChildInput input
          && ChildProcess.none("Output") instanceof OutputStream closed) {
        input.exited(closed);
        return true;
      }
      if (pipe instanceof ChildOutput output) {
        try {
          output.exited();
        } catch (IOException ignored) {
          // as the JDK does
        }
        return true;
      }
      return false;
    }
  }
}
