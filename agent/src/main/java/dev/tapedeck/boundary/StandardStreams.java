package dev.tapedeck.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Standard output and error where they are written as streams. */
final class StandardStreams {

  private static final String OUTPUT = "java/io/FileOutputStream";

  private StandardStreams() {}

  static final List<Wrap> WRAPS = List.of(
      Wrap.of(OUTPUT, "write", "(I)V", new Write()),
      Wrap.of(OUTPUT, "write", "([B)V", new Write()),
      Wrap.of(OUTPUT, "write", "([BII)V", new Write()));

  private static final class Write extends StandardOutput {

    @Override
    public void ask(Crossing crossing, FieldSink question) {
      question.putString(stream(crossing));
      int length = (int) length(crossing);
      if (crossing.argument(0) instanceof byte[] bytes) {
        boolean isPart = crossing.count() == 3 && length > 0;
        question.putBytes(bytes, isPart ? (int) crossing.number(1) : 0, length);
      } else if (crossing.argument(0) instanceof Integer one) {
        question.putBytes(new byte[] {one.byteValue()}, 0, 1);
      } else {
        question.putBytes(null, 0, 0);
      }
    }

    /** None where the call fails: no array, or a part that is not within it. */
    @Override
    long length(Crossing crossing) {
      if (!(crossing.argument(0) instanceof byte[] bytes)) {
        return crossing.argument(0) instanceof Integer ? 1 : 0;
      }
      if (crossing.count() < 3) {
        return bytes.length;
      }
      long offset = crossing.number(1);
      long length = crossing.number(2);
      boolean isWithin = offset >= 0 && length >= 0 && length <= bytes.length - offset;
      return isWithin ? length : 0;
    }

    @Override
    @Nullable
    Object result(long count) {
      return null;
    }
  }
}
