package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that the JVM gives to threads: a program can see them in ids and default names. */
final class ThreadNumbers {

  private static final String THREAD = "java/lang/Thread";

  private ThreadNumbers() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.until(18, THREAD, "nextThreadID", "()J", new Next("thread id", false)),
      Wrap.until(18, THREAD, "nextThreadNum", "()I", new Next("thread number", true)),
      Wrap.since(
          19, "java/lang/Thread$ThreadIdentifiers", "next", "()J", new Next("thread id", false)),
      Wrap.since(
          19, "java/lang/Thread$ThreadNumbering", "next", "()I", new Next("thread number", true)));

  private static final class Next extends Door {

    private final String what;
    private final boolean isInt;

    Next(String what, boolean isInt) {
      super(Kinds.HOST_LONG, Scope.LINE);
      this.what = what;
      this.isInt = isInt;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      question.putString(null);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(result instanceof Number number ? number.longValue() : 0);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return isInt ? (Object) (int) answer.longAt(0) : (Object) answer.longAt(0);
    }
  }
}
