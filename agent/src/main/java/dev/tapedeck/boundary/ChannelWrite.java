package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that a channel writes from memory. In replay they are compared, and written only where somebody wants to keep them. */
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
    Memory memory = memory(crossing);
    question.putLong(memory.length());
    question.putLong(memory.crc32c());
  }

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putLong(Results.number(result));
  }

  @Override
  public final @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    long count = answer.longAt(0);
    if (isPositional(crossing)) {
      file(crossing).hasWrittenAt(crossing.number(3), memory(crossing), count);
    } else {
      file(crossing).hasWritten(memory(crossing), count);
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

  /** From several pieces of memory. */
  static final class Gathered extends ChannelWrite {

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
