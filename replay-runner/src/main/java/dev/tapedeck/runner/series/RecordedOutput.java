package dev.tapedeck.runner.series;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import org.jspecify.annotations.Nullable;

/** Which events of a tape are output of the program, and of the children that share its streams. */
final class RecordedOutput {
  private RecordedOutput() {}

  /** What was printed; null where the event is no output, or came to nothing. */
  static @Nullable Payload payload(Event event) {
    if (event.failure() != null) {
      return null;
    }
    int kind = event.kind().id();
    if (kind == Kinds.OUTPUT_WRITE.id()) {
      return (Payload) event.question()[1];
    }
    return kind == Kinds.PROCESS_OUTPUT.id() ? (Payload) event.answer()[1] : null;
  }

  /** Whether such an event went to stderr. */
  static boolean isErr(Event event) {
    int stream = event.kind().id() == Kinds.OUTPUT_WRITE.id() ? 0 : 1;
    return "stderr".equals(event.question()[stream]);
  }
}
