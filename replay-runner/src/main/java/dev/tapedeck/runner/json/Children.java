package dev.tapedeck.runner.json;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the processes that the program started: version 1 has all of it in one record, while
 * on the tape it stands where the program learned of it.
 */
final class Children {
  private final Map<String, Child> byStart = new HashMap<>();
  private final Map<Long, Child> byPid = new HashMap<>();

  private Children() {}

  /** Goes through the whole tape. */
  static Children of(TapeReader tape) {
    Children children = new Children();
    for (Iterator<Event> events = tape.merged(); events.hasNext(); ) {
      children.learn(events.next());
    }
    return children;
  }

  /** The process that the event started; null where it could not be started, or is of another tape. */
  @Nullable
  Child startedBy(Event event) {
    return byStart.get(key(event));
  }

  private static String key(Event event) {
    return event.lane() + ":" + event.ordinal();
  }

  private void learn(Event event) {
    if (event.failure() != null) {
      return;
    }
    Kind kind = event.kind();
    @Nullable Object[] question = event.question();
    @Nullable Object[] answer = event.answer();
    if (kind.equals(Kinds.PROCESS_SPAWN)) {
      Child child = new Child(event.stampNs());
      byStart.put(key(event), child);
      byPid.put((Long) answer[0], child);
      return;
    }
    Child child = kind.name().startsWith("process_") ? byPid.get(question[0]) : null;
    if (child == null) {
      return;
    }
    if (kind.equals(Kinds.PROCESS_READ) && answer[1] instanceof Payload bytes) {
      child.says((String) question[1], bytes);
    } else if (kind.equals(Kinds.PROCESS_OUTPUT) && answer[1] instanceof Payload bytes) {
      child.says((String) question[1], bytes);
    } else if (kind.equals(Kinds.PROCESS_WAIT) && answer[0] instanceof Long value) {
      boolean isExit = !"isAlive".equals(question[1]) && Long.valueOf(-1).equals(question[2]);
      child.waited(isExit, value, event.stampNs());
    } else if (kind.equals(Kinds.PROCESS_EXIT)) {
      child.ended(event.stampNs());
    }
  }
}
