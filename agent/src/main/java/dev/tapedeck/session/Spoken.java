package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What an event on the tape has said on standard output or error.
 *
 * @param stream {@code stdout} or {@code stderr}
 * @param bytes what was to be written
 * @param count how many of them were
 * @param place among all that was said
 */
record Spoken(String stream, Payload bytes, long count, long place) {

  /** Whether such events may say something. */
  static boolean isSaidBy(int kind) {
    return kind == Kinds.OUTPUT_WRITE.id() || kind == Kinds.PROCESS_OUTPUT.id();
  }

  /** What the event said; null where it is another one, or failed. */
  static @Nullable Spoken by(Event event) {
    if (!isSaidBy(event.kind().id()) || event.failure() != null) {
      return null;
    }
    @Nullable Object[] question = event.question();
    @Nullable Object[] answer = event.answer();
    if (event.kind().id() == Kinds.OUTPUT_WRITE.id()) {
      return of(question[0], question[1], answer[0], answer[1]);
    }
    Payload bytes = (Payload) answer[1];
    return of(question[1], bytes, bytes == null ? 0L : bytes.length(), answer[2]);
  }

  private static Spoken of(
      @Nullable Object stream,
      @Nullable Object bytes,
      @Nullable Object count,
      @Nullable Object place) {
    if (stream instanceof String name
        && bytes instanceof Payload payload
        && count instanceof Long written
        && place instanceof Long number) {
      return new Spoken(name, payload, written, number);
    }
    throw new IllegalStateException("the tape holds an output without its place");
  }
}
