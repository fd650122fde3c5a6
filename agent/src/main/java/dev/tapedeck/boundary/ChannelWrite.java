package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Bytes that a channel writes from memory. In replay they are compared and written nowhere. */
class ChannelWrite extends OnOpenFile {

  private static final long WHERE_IT_STANDS = -1;

  ChannelWrite() {
    super(Kinds.FILE_WRITE, DESCRIPTOR_IS_ARGUMENT);
  }

  @Override
  public final void ask(Crossing crossing, FieldSink question) {
    question.putString(file(crossing).path);
    question.putString("write");
    question.putLong(isPositional(crossing) ? crossing.number(3) : WHERE_IT_STANDS);
    byte[] bytes = bytes(crossing);
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    question.putLong(bytes.length);
    question.putLong(crc.getValue());
  }

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putLong(Results.number(result));
  }

  @Override
  public final @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    long count = answer.longAt(0);
    if (!isPositional(crossing)) {
      file(crossing).hasWritten(count);
    }
    return result(count);
  }

  private static boolean isPositional(Crossing crossing) {
    return crossing.count() == 4;
  }

  byte[] bytes(Crossing crossing) {
    return NativeMemory.take(crossing.number(1), (int) crossing.number(2));
  }

  Object result(long count) {
    return (int) count;
  }

  /** From several pieces of memory. */
  static final class Gathered extends ChannelWrite {

    @Override
    byte[] bytes(Crossing crossing) {
      long vectors = crossing.number(1);
      int count = (int) crossing.number(2);
      long length = NativeMemory.room(vectors, count);
      return NativeMemory.gather(vectors, count, (int) Math.min(length, Integer.MAX_VALUE - 8));
    }

    @Override
    Object result(long count) {
      return count;
    }
  }
}
