package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes from a file, from where it stands. */
final class FileRead {

  private static final long WHERE_IT_STANDS = -1;

  private FileRead() {}

  /** One byte; -1 at the end. */
  static final class One extends OnOpenFile {

    One(long field) {
      super(Kinds.FILE_READ, field);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(file(crossing).path);
      question.putString("read");
      question.putLong(WHERE_IT_STANDS);
      question.putLong(1);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      int read = result instanceof Integer number ? number : -1;
      answer.putLong(read < 0 ? -1 : 1);
      answer.putBytes(new byte[] {(byte) read}, 0, read < 0 ? 0 : 1);
    }

    @Override
    public Object retell(Crossing crossing, Told answer) throws IOException {
      byte[] bytes = answer.bytesAt(1);
      if (bytes == null || bytes.length == 0) {
        return -1;
      }
      file(crossing).hasRead(1);
      return bytes[0] & 0xff;
    }
  }

  /** Into an array: the whole of it, or the range that is given. */
  static final class Several extends OnOpenFile {

    Several(long field) {
      super(Kinds.FILE_READ, field);
    }

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      byte[] array = array(crossing);
      question.putString(file(crossing).path);
      question.putString("read");
      question.putLong(WHERE_IT_STANDS);
      question.putLong(
          crossing.count() == 3 ? crossing.number(2) : array == null ? -1 : array.length);
    }

    @Override
    public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
      int count = result instanceof Integer number ? number : -1;
      answer.putLong(count);
      answer.putBytes(array(crossing), offset(crossing), Math.max(0, count));
    }

    @Override
    public Object retell(Crossing crossing, Told answer) throws IOException {
      int count = (int) answer.longAt(0);
      byte[] array = array(crossing);
      if (count > 0 && array != null) {
        answer.copy(1, array, offset(crossing));
        file(crossing).hasRead(count);
      }
      return count;
    }

    private static byte @Nullable [] array(Crossing crossing) {
      return (byte[]) crossing.argument(0);
    }

    private static int offset(Crossing crossing) {
      return crossing.count() == 3 ? (int) crossing.number(1) : 0;
    }
  }
}
