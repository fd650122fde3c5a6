package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A number that an open file tells of itself: its length, its place, how many bytes were skipped. */
class FilePlace extends OnOpenFile {

  private final String what;
  private final char type;

  /**
   * Asks for it.
   *
   * @param type the result's letter in the method's descriptor
   */
  FilePlace(String what, char type, long field) {
    super(Kinds.FILE_SEEK, field);
    this.what = what;
    this.type = type;
  }

  @Override
  public final void ask(Crossing crossing, FieldSink question) {
    question.putString(file(crossing).path);
    question.putString(what);
    question.putLong(number(crossing));
  }

  /** The last argument where that is a number; -1 where the file is only asked. */
  private static long number(Crossing crossing) {
    int last = crossing.count() - 1;
    return last >= 0 && crossing.argument(last) instanceof Number number ? number.longValue() : -1;
  }

  @Override
  public final void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putLong(Results.number(result));
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) throws IOException {
    long value = answer.longAt(0);
    OpenFile file = file(crossing);
    if (what.equals("seek")) {
      file.hasSought(number(crossing));
    } else if (what.equals("skip")) {
      file.hasRead(value);
    } else if (what.equals("truncate")) {
      file.hasLength(number(crossing));
    }
    return Results.as(type, value);
  }
}
