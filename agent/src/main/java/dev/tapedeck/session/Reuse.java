package dev.tapedeck.session;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer of an old tape is good for when a changed program asks. */
enum Reuse {

  /** It says how something is: whoever asks the same is told the same, as often as he likes. */
  FACT,

  /** It says what has come of asking: each is told once, the first that was recorded first. */
  ONCE,

  /** It is a piece of what is told piece by piece: each in its turn, and none is left out. */
  PIECE,

  /** Nothing is told that the program could not know. */
  NOTHING;

  private static final String THREAD = "thread ";

  /**
   * Of what kind an event is.
   *
   * @param question its fields
   */
  static Reuse of(Kind kind, List<? extends @Nullable Object> question) {
    int id = kind.id();
    if (id == Kinds.FILE_READ.id()) {
      return isWhereItStands(question.get(2)) ? PIECE : FACT;
    }
    if (id == Kinds.FILE_SEEK.id()) {
      return isFigure(question.get(1)) ? FACT : PIECE;
    }
    if (id == Kinds.STDIN_READ.id()
        || id == Kinds.PROCESS_READ.id()
        || id == Kinds.HTTP_RECEIVE.id()) {
      return PIECE;
    }
    if (id == Kinds.SLEEP.id()) {
      return NOTHING;
    }
    if (id == Kinds.FILE_WRITE.id()) {
      return "write".equals(question.get(1)) ? NOTHING : ONCE;
    }
    if (id == Kinds.HOST_LONG.id() && String.valueOf(question.get(0)).startsWith(THREAD)) {
      return ONCE;
    }
    return isFact(id) ? FACT : ONCE;
  }

  /** Whether it opens a file that is told piece by piece. */
  static boolean opens(Kind kind) {
    int id = kind.id();
    return id == Kinds.FILE_OPEN.id()
        || id == Kinds.FILE_OPEN_LENGTH.id()
        || id == Kinds.FILE_OPEN_TO_WRITE.id();
  }

  private static boolean isFact(int id) {
    return id >= Kinds.ENV.id() && id <= Kinds.HOST_BYTES.id()
        || id >= Kinds.FILE_STAT_LONG.id() && id <= Kinds.FILE_STAT_STRING.id()
        || id == Kinds.FILE_OPEN.id()
        || id == Kinds.FILE_OPEN_LENGTH.id()
        || id == Kinds.FILE_OPEN_TO_WRITE.id();
  }

  private static boolean isWhereItStands(@Nullable Object position) {
    return position instanceof Long number && number < 0;
  }

  /** What an open file is asked and what changes nothing. */
  private static boolean isFigure(@Nullable Object what) {
    return "length".equals(what) || "size".equals(what);
  }
}
