package dev.tapedeck.session;

import dev.tapedeck.boundary.Crossing;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.tapedeck.HttpBody;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers by which questions are found again. Two that differ may have one number: who finds one looks twice. */
final class QuestionKey {

  private static final String LENGTH = "length";
  private static final String LIMIT = "timeout_ns";

  private QuestionKey() {}

  /** Of the question as it is, but for how long somebody waits at most. */
  static long of(Kind kind, List<? extends @Nullable Object> question) {
    long key = kind.id();
    for (int i = 0; i < question.size(); i++) {
      if (!kind.question().get(i).name().equals(LIMIT) || kind.id() != Kinds.WAIT.id()) {
        key = mix(key, hash(question.get(i)));
      }
    }
    return key;
  }

  /** Of an event that stands on a tape. */
  static long of(Event event) {
    return of(event.kind(), Arrays.asList(event.question()));
  }

  /** Of what is told piece by piece, whichever piece is asked for. */
  static long source(
      Kind kind, List<? extends @Nullable Object> question, @Nullable Object exchange) {
    if (isOfFile(kind)) {
      return mix(Kinds.FILE_READ.id(), hash(question.get(0)));
    }
    if (kind.id() == Kinds.STDIN_READ.id()) {
      return mix(kind.id(), isFigure(question.get(0)) ? hash(question.get(0)) : 0);
    }
    long key = mix(kind.id(), hash(exchange));
    for (int i = 0; i < question.size(); i++) {
      Field field = kind.question().get(i);
      if (!field.name().equals(LENGTH) && kind.id() != Kinds.HTTP_RECEIVE.id()) {
        key = mix(key, hash(question.get(i)));
      }
    }
    return key;
  }

  /** Of an event that stands on a tape. */
  static long source(Event event) {
    Object exchange = event.kind().id() == Kinds.HTTP_RECEIVE.id() && event.answer().length > 0
        ? event.answer()[0]
        : null;
    return source(event.kind(), Arrays.asList(event.question()), exchange);
  }

  /** Which exchange a piece that is asked for belongs to; null where it is none of an exchange. */
  static @Nullable Object exchange(Crossing crossing) {
    return crossing.self instanceof HttpBody body ? (Object) body.exchange : null;
  }

  /** What says nothing of the bytes of standard input. */
  private static boolean isFigure(@Nullable Object what) {
    return !"bytes".equals(what) && !"byte".equals(what) && !"skip".equals(what);
  }

  private static boolean isOfFile(Kind kind) {
    int id = kind.id();
    return id == Kinds.FILE_READ.id() || id == Kinds.FILE_SEEK.id() || Reuse.opens(kind);
  }

  private static long hash(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length; // a payload's are not read for this
    }
    if (value instanceof Payload payload) {
      return payload.length();
    }
    if (value instanceof String text) {
      long hash = 7;
      for (int i = 0; i < text.length(); i++) {
        hash = hash * 31 + text.charAt(i);
      }
      return hash;
    }
    if (value instanceof List<?> list) {
      long hash = 11;
      for (Object element : list) {
        hash = mix(hash, hash(element));
      }
      return hash;
    }
    if (value instanceof Boolean truth) {
      return truth ? 3 : 5;
    }
    return value instanceof Long number ? number : 13;
  }

  private static long mix(long key, long more) {
    long mixed = (key ^ more) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }
}
