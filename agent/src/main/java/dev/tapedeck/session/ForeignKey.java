package dev.tapedeck.session;

import dev.tapedeck.boundary.FilePath;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a record of another tool is found: its kind, and what of the question names it. */
final class ForeignKey {

  static final String READ = "read";
  static final String WRITE = "write";
  static final String DELETE = "delete";
  private static final String SPAWN = "spawn";
  private static final String OUTPUT = "output";

  private static final char NEXT = '\0';
  private static final long NANOS_OF_MILLI = 1_000_000;

  private ForeignKey() {}

  /** Of a record on the tape; null for what belongs to the one before it. */
  static @Nullable String of(Event event) {
    List<@Nullable Object> question = Arrays.asList(event.question());
    int id = event.kind().id();
    if (id == Kinds.FILE_READ.id()) {
      return file(READ, question);
    }
    if (id == Kinds.FILE_WRITE.id()) {
      return file(WRITE, question);
    }
    if (id == Kinds.FILE_DELETE.id()) {
      return file(DELETE, question);
    }
    if (id == Kinds.PROCESS_SPAWN.id()) {
      return spawn(question);
    }
    if (id == Kinds.OUTPUT_WRITE.id()) {
      return output(String.valueOf(question.get(0)));
    }
    return id == Kinds.PROCESS_READ.id() || id == Kinds.PROCESS_WAIT.id()
        ? null
        : of(event.kind(), question);
  }

  /** Of a question that is asked as it stands on the tape; of a sleep version 1 knows the milliseconds. */
  static String of(Kind kind, List<? extends @Nullable Object> question) {
    if (kind.id() == Kinds.SLEEP.id() && question.get(0) instanceof Long nanos) {
      return kind.name() + NEXT + nanos / NANOS_OF_MILLI;
    }
    StringBuilder key = new StringBuilder(kind.name()).append(NEXT).append(kind.id());
    for (Object field : question) {
      key.append(NEXT).append(field);
    }
    return key.toString();
  }

  /** Of what is done with a file, wherever the path begins. */
  static String file(String what, List<? extends @Nullable Object> question) {
    return what + NEXT + path(question);
  }

  /** Of the content of the file at a path from the root on. */
  static String read(String path) {
    return READ + NEXT + path;
  }

  static String path(List<? extends @Nullable Object> question) {
    return FilePath.absolute(String.valueOf(question.get(0)));
  }

  /** Of what is said on a standard stream. */
  static String output(String stream) {
    return OUTPUT + NEXT + stream;
  }

  static String spawn(List<? extends @Nullable Object> question) {
    return SPAWN + NEXT + question.get(0) + NEXT + question.get(1);
  }
}
