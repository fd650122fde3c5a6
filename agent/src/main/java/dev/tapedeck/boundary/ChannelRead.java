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
    question.putLong(memory(crossing).length());
  }

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer)
      throws IOException {
    long count = Results.number(result);
    answer.putLong(count);
    answer.putBytes(
        memory(crossing), Math.max(0, count)); // below zero: a state, as IOStatus has them
  }

  @Override
  public final @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    long count = answer.longAt(0);
    answer.copy(1, memory(crossing));
    if (count > 0 && !isPositional(crossing)) {
      file(crossing).hasRead(count);
    }
    return result(count);
  }

  private static boolean isPositional(Crossing crossing) {
    return crossing.count() == 4;
  }

  Memory memory(Crossing crossing) {
    return Memory.at(crossing.number(1), crossing.number(2));
  }

  Object result(long count) {
    return (int) count;
  }

  /** Into several pieces of memory. */
  static final class Scattered extends ChannelRead {

    @Override
    Memory memory(Crossing crossing) {
      return Memory.of(crossing.number(1), (int) crossing.number(2));
    }

    @Override
    Object result(long count) {
      return count;
    }
  }
}
