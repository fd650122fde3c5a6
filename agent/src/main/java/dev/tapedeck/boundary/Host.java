package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** What the machine is like. */
final class Host {

  private Host() {}

  /** A number: {@code what}, and the first argument where there is one. */
  static final class HostNumber extends Door {

    private static final String PROCESSORS = "processors";

    private final String what;

    HostNumber(String what) {
      super(Kinds.HOST_LONG, Scope.LINE);
      this.what = what;
    }

    @Override
    public boolean isOfThisProcess() {
      return what.equals(PROCESSORS); // as many as were recorded
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      question.putString(crossing.count() == 0 ? null : String.valueOf(crossing.argument(0)));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(result instanceof Number number ? number.longValue() : 0);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return answer.longAt(0);
    }
  }
}
