package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** What programs attach to files by names of their own; DOS attributes are kept so too. */
final class ExtendedAttributes {

  private static final String SYSTEM = "sun/nio/fs/UnixNativeDispatcher";
  private static final long NO_PLACE = -1;

  private ExtendedAttributes() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(SYSTEM, "fgetxattr", "(I[BJI)I", new Read(2)),
      Wrap.bridge(SYSTEM, "flistxattr", "(IJI)I", new Read(1)),
      Wrap.of(SYSTEM, "fsetxattr", "(I[BJI)V", new Write()));

  /** {@code xattr}, and the name where there is one. */
  private static String what(Crossing crossing) {
    return crossing.argument(1) instanceof byte[] name ? "xattr " + Names.text(name) : "xattr";
  }

  /** One of them, or the names of all; without room for it, how long it is. */
  private static final class Read extends PathCall {

    private final int address;

    /** Reads to the address in that argument, of the length in the next. */
    Read(int address) {
      super(Kinds.FILE_READ, Scope.PROGRAM, Where.DESCRIPTOR);
      this.address = address;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(path(crossing));
      question.putString(what(crossing));
      question.putLong(NO_PLACE);
      question.putLong(crossing.number(address + 1));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      long count = Results.number(result);
      int length = (int) Math.min(count, crossing.number(address + 1));
      answer.putLong(count);
      answer.putBytes(NativeMemory.take(crossing.number(address), length), 0, length);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      byte[] bytes = answer.bytesAt(1);
      if (bytes != null) {
        NativeMemory.put(bytes, crossing.number(address));
      }
      return (int) answer.longAt(0);
    }
  }

  private static final class Write extends PathCall {

    Write() {
      super(Kinds.FILE_WRITE, Scope.ALL, Where.DESCRIPTOR);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      byte[] bytes = NativeMemory.take(crossing.number(2), (int) crossing.number(3));
      CRC32C crc = new CRC32C();
      crc.update(bytes, 0, bytes.length);
      question.putString(path(crossing));
      question.putString(what(crossing));
      question.putLong(NO_PLACE);
      question.putLong(bytes.length);
      question.putLong(crc.getValue());
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(crossing.number(3));
    }

    @Override
    public @Nullable Object retell(Crossing crossing, Told answer) {
      return null;
    }
  }
}
