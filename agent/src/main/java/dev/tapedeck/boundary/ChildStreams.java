package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.tapedeck.ChildInput;
import java.tapedeck.ChildOutput;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The pipes between the program and its child processes. */
final class ChildStreams {

  private ChildStreams() {}

  private abstract static class OfChild extends Door {

    OfChild(Kind kind) {
      super(kind, Scope.OPENED);
    }

    static ChildOutput output(Crossing crossing) {
      if (crossing.self instanceof ChildOutput output) {
        return output;
      }
      throw new IllegalStateException("nothing that a child says");
    }

    @Override
    public final boolean applies(Crossing crossing) {
      crossing.site =
          crossing.self instanceof ChildInput input ? input.site : output(crossing).site;
      return true;
    }
  }

  /** Bytes of what it says. */
  static final class Read extends OfChild {

    Read() {
      super(Kinds.PROCESS_READ);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putLong(output(crossing).pid);
      question.putString(output(crossing).stream);
      question.putString("read");
      question.putLong(crossing.number(2));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      long count = Results.number(result);
      answer.putLong(count);
      answer.putBytes(
          (byte[]) crossing.argument(0), (int) crossing.number(1), (int) Math.max(0, count));
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      byte[] bytes = answer.bytesAt(1);
      if (bytes != null) {
        System.arraycopy(bytes, 0, crossing.argument(0), (int) crossing.number(1), bytes.length);
      }
      return answer.longAt(0);
    }
  }

  /** How much of it there is, or was passed over. */
  static final class Amount extends OfChild {

    Amount() {
      super(Kinds.PROCESS_READ);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putLong(output(crossing).pid);
      question.putString(output(crossing).stream);
      question.putString((String) crossing.argument(0));
      question.putLong(crossing.number(1));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Results.number(result));
      answer.putBytes(null, 0, 0);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return answer.longAt(0);
    }
  }

  /** Bytes for its standard input: compared in replay. */
  static final class Write extends OfChild {

    Write() {
      super(Kinds.PROCESS_WRITE);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      CRC32C crc = new CRC32C();
      crc.update((byte[]) crossing.argument(0), (int) crossing.number(1), (int) crossing.number(2));
      question.putLong(crossing.self instanceof ChildInput input ? input.pid : 0);
      question.putLong(crossing.number(2));
      question.putLong(crc.getValue());
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {}

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }
}
