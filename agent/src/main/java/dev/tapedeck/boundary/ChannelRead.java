package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that a channel reads, from where it stands or from a given position, into memory. */
class ChannelRead extends OnOpenFile {

  private static final long WHERE_IT_STANDS = -1;

  ChannelRead() {
    super(Kinds.FILE_READ, DESCRIPTOR_IS_ARGUMENT);
  }

  @Override
  public final void ask(Crossing crossing, FieldSink question) {
    question.putString(file(crossing).path);
    question.putString("read");
    question.putLong(isPositional(crossing) ? crossing.number(3) : WHERE_IT_STANDS);
    question.putLong(room(crossing));
  }

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    long count = Results.number(result);
    int length = (int) Math.max(0, count); // below zero: a state, as IOStatus has them
    answer.putLong(count);
    answer.putBytes(take(crossing, length), 0, length);
  }

  @Override
  public final @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    byte[] bytes = answer.bytesAt(1);
    if (bytes != null && bytes.length > 0) {
      put(crossing, bytes);
      if (!isPositional(crossing)) {
        file(crossing).hasRead(bytes.length);
      }
    }
    return result(answer.longAt(0));
  }

  private static boolean isPositional(Crossing crossing) {
    return crossing.count() == 4;
  }

  long room(Crossing crossing) {
    return crossing.number(2);
  }

  byte[] take(Crossing crossing, int length) {
    return NativeMemory.take(crossing.number(1), length);
  }

  void put(Crossing crossing, byte[] bytes) {
    NativeMemory.put(bytes, crossing.number(1));
  }

  Object result(long count) {
    return (int) count;
  }

  /** Into several pieces of memory. */
  static final class Scattered extends ChannelRead {

    @Override
    long room(Crossing crossing) {
      return NativeMemory.room(crossing.number(1), (int) crossing.number(2));
    }

    @Override
    byte[] take(Crossing crossing, int length) {
      return NativeMemory.gather(crossing.number(1), (int) crossing.number(2), length);
    }

    @Override
    void put(Crossing crossing, byte[] bytes) {
      NativeMemory.scatter(bytes, crossing.number(1), (int) crossing.number(2));
    }

    @Override
    Object result(long count) {
      return count;
    }
  }
}
