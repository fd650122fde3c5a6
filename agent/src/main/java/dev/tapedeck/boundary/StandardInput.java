package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * What the program reads from standard input, whichever stream or reader it has put over it.
 *
 * <p>What a stream over a file asks about its length and place counts too: standard input may be a
 * file when it is recorded.
 */
final class StandardInput {

  private static final String INPUT = "java/io/FileInputStream";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long DESCRIPTOR = UNSAFE.objectFieldOffset(FileInputStream.class, "fd");

  private StandardInput() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(INPUT, "read", "()I", new ReadByte()),
      Wrap.of(INPUT, "read", "([B)I", new ReadBytes()),
      Wrap.of(INPUT, "read", "([BII)I", new ReadBytes()),
      Wrap.of(INPUT, "skip", "(J)J", new Figure("skip", Box.LONG)),
      Wrap.of(INPUT, "available", "()I", new Figure("available", Box.INT)),
      Wrap.of(INPUT, "length", "()J", new Figure("length", Box.LONG)),
      Wrap.of(INPUT, "position", "()J", new Figure("position", Box.LONG)),
      Wrap.maybe(INPUT, "isRegularFile", "()Z", new Figure("regular", Box.BOOLEAN)));

  /** Whether a {@link FileInputStream} reads standard input. */
  static boolean isMeant(@Nullable Object stream) {
    return stream != null && UNSAFE.getReference(stream, DESCRIPTOR) == FileDescriptor.in;
  }

  /** Something that only streams over standard input are asked for. */
  private abstract static class Input extends Door {

    Input() {
      super(Kinds.STDIN_READ, Scope.ALL);
    }

    @Override
    public final boolean applies(Crossing crossing) {
      return isMeant(crossing.self);
    }
  }

  /** One byte, or the end. */
  static final class ReadByte extends Input {

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("byte");
      question.putLong(1);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      int read = result instanceof Integer value ? value : -1;
      byte[] bytes = {(byte) read};
      answer.putLong(read < 0 ? -1 : 1);
      answer.putBytes(bytes, 0, read < 0 ? 0 : 1);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      byte[] bytes = answer.bytesAt(1);
      return answer.longAt(0) < 0 || bytes == null ? -1 : bytes[0] & 0xff;
    }
  }

  /** Bytes into an array of the program's, or into a part of it. */
  static final class ReadBytes extends Input {

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString("bytes");
      question.putLong(length(crossing));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      int read = result instanceof Integer value ? value : -1;
      answer.putLong(read);
      answer.putBytes(bytes(crossing), offset(crossing), Math.max(read, 0));
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      byte[] told = answer.bytesAt(1);
      byte[] bytes = bytes(crossing);
      if (told != null && bytes != null) {
        System.arraycopy(told, 0, bytes, offset(crossing), told.length);
      }
      return (int) answer.longAt(0);
    }

    private static byte @Nullable [] bytes(Crossing crossing) {
      return (byte[]) crossing.argument(0);
    }

    private static int offset(Crossing crossing) {
      return crossing.count() == 3 ? (int) crossing.number(1) : 0;
    }

    private static long length(Crossing crossing) {
      byte[] bytes = bytes(crossing);
      return crossing.count() == 3 ? crossing.number(2) : bytes == null ? -1 : bytes.length;
    }
  }

  /** A number about the stream; the argument is the question's length, where there is one. */
  static final class Figure extends Input {

    private final String what;
    private final Box box;

    Figure(String what, Box box) {
      this.what = what;
      this.box = box;
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(what);
      question.putLong(crossing.count() == 0 ? 0 : crossing.number(0));
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      answer.putLong(Box.number(result));
      answer.putBytes(null, 0, 0);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) {
      return box.of(answer.longAt(0));
    }
  }
}
