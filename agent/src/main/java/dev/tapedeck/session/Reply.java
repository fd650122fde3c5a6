package dev.tapedeck.session;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program is told where records of another tool answer it. */
sealed interface Reply {

  /** The answer: the fields of the kind. */
  record Told(List<@Nullable Object> answer) implements Reply {}

  record Failed(Failure failure) implements Reply {}

  /** What has no word on the tape. */
  enum Other implements Reply {
    /** This JVM is asked for it. */
    PASSES,
    /** Nobody may be asked for it. */
    NONE
  }

  static Reply told(@Nullable Object... answer) {
    return new Told(Arrays.asList(answer));
  }

  /** What was told then, or that there is nothing. */
  static Reply of(@Nullable Event event) {
    if (event == null) {
      return Other.NONE;
    }
    return event.failure() == null ? told(event.answer()) : new Failed(event.failure());
  }

  /** The system's error of that number, as {@code java.nio.file} gets it. */
  static Reply error(int number) {
    return new Failed(new Failure(
        "sun.nio.fs.UnixException",
        null,
        Map.of("errno", Integer.toString(number)),
        null,
        List.of(),
        List.of()));
  }

  /** An exception of the JDK that knows nothing but its message. */
  static Reply error(String className, String message) {
    return new Failed(new Failure(className, message, Map.of(), null, List.of(), List.of()));
  }
}
