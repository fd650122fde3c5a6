package dev.tapedeck.boundary;

import dev.tapedeck.boundary.HostAnswer.Asked;
import java.util.List;

/**
 * Which thread a task runs on: a pool gives it to whichever of its threads comes first, and a virtual
 * thread goes on wherever there is room.
 */
final class Workers {

  private static final String TEXT = "()Ljava/lang/String;";

  private Workers() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of("java/lang/Thread", "toString", TEXT, new Text("Thread.toString")),
      Wrap.since(
          21,
          "java/lang/VirtualThread",
          "toString",
          TEXT,
          new HostAnswer("VirtualThread.toString", TEXT, Asked.ALONE)));

  /** Whether it is the task's own thread that is asked: another one has a name of its own. */
  private static boolean isOwn(Crossing crossing) {
    return crossing.inTask && crossing.self == Thread.currentThread();
  }

  /** Its name, or all that it says of itself. */
  static final class Text extends HostAnswer {

    Text(String what) {
      super(what, TEXT, Asked.ALONE);
    }

    @Override
    public boolean applies(Crossing crossing) {
      return isOwn(crossing);
    }

    @Override
    public boolean isOfThisProcess() {
      return true;
    }
  }
}
