package dev.tapedeck.boundary;

import dev.tapedeck.boundary.HostAnswer.Asked;
import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process itself and its neighbours, as {@link ProcessHandle} knows them. */
final class Processes {

  private static final String HANDLE = "java/lang/ProcessHandleImpl";

  private Processes() {}

  static List<Wrap> wraps() {
    return List.of(
        Wrap.of(HANDLE, "current", "()Ljava/lang/ProcessHandleImpl;", new Current()),
        HostAnswer.wrap(HANDLE, "get", "(J)Ljava/util/Optional;", Asked.ALONE),
        HostAnswer.ofAll(HANDLE, "parent", "()Ljava/util/Optional;", Asked.BY_TEXT),
        HostAnswer.ofAll(HANDLE, "isAlive", "()Z", Asked.BY_TEXT),
        HostAnswer.ofAll(HANDLE, "destroyProcess", "(Z)Z", Asked.BY_TEXT),
        Wrap.of(HANDLE, "getProcessPids0", "(J[J[J[J)I", new Listed()),
        HostAnswer.ofAll(
            HANDLE + "$Info", "info", "(JJ)Ljava/lang/ProcessHandle$Info;", Asked.ALONE));
  }

  /** The one handle of the process itself: in replay it takes on the recorded number. */
  private static final class Current extends Door {

    Current() {
      super(Kinds.HOST_STRINGS, Scope.LINE);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("ProcessHandle.current");
      question.putString(null);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putStrings(Imprint.of(result));
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      String[] words = answer.stringsAt(0);
      Object current = Offsets.constant(HANDLE.replace('/', '.'), "current");
      if (words == null || current == null) {
        throw new IllegalStateException("there is no current process");
      }
      Object recorded = Imprint.again(words);
      for (String part : new String[] {"pid", "startTime"}) {
        Offsets.put(current, part, Offsets.number(recorded, part));
      }
      return current;
    }
  }

  /** The list of processes, into arrays: their numbers, their parents', their start times. */
  private static final class Listed extends Door {

    private static final int ARRAYS = 3;

    Listed() {
      super(Kinds.HOST_STRINGS, Scope.LINE);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("processes");
      question.putString(String.valueOf(crossing.argument(0)));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      int count = result instanceof Integer number ? number : 0;
      int room = ((long[]) crossing.argument(1)).length;
      String[] rows = new String[count];
      for (int i = 0; i < count; i++) {
        StringBuilder row = new StringBuilder();
        for (int array = 1; i < room && array <= ARRAYS; array++) {
          long[] numbers = (long[]) crossing.argument(array);
          row.append(array == 1 ? "" : " ").append(numbers == null ? 0 : numbers[i]);
        }
        rows[i] = row.toString(); // empty where the arrays are too small, and the JDK asks again
      }
      answer.putStrings(rows);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      String[] rows = answer.stringsAt(0);
      int count = rows == null ? 0 : rows.length;
      for (int i = 0; rows != null && i < count && !rows[i].isEmpty(); i++) {
        String[] numbers = rows[i].split(" ", -1);
        for (int array = 1; array <= ARRAYS; array++) {
          long[] filled = (long[]) crossing.argument(array);
          if (filled != null) {
            filled[i] = Long.parseLong(numbers[array - 1]);
          }
        }
      }
      return count;
    }
  }
}
