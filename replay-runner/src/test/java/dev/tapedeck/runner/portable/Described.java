package dev.tapedeck.runner.portable;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** All that a tape says, as texts to compare. */
final class Described {
  private Described() {}

  static List<String> of(TapeReader tape) {
    List<String> all = new ArrayList<>();
    for (String key : new TreeSet<>(tape.header().keys())) {
      if (key.equals(Header.PROBLEMS)) {
        continue; // They are told below, wherever they come from.
      }
      all.add(key + " " + tape.header().text(key) + tape.header().list(key)
          + tape.header().map(key));
    }
    tape.lanes().forEach(lane -> all.add(lane.toString()));
    tape.sites().stream().map(Object::toString).sorted().forEach(all::add);
    tape.classes().forEach(info -> all.add(info.toString()));
    tape.notes().forEach(note -> all.add(note.toString()));
    tape.methodOrders().forEach(order -> all.add(order.toString()));
    for (Iterator<Event> events = tape.merged(); events.hasNext(); ) {
      all.add(of(events.next()));
    }
    RunEnd end = tape.end();
    all.add(
        end == null
            ? "no end"
            : end.exitCode() + " " + end.how() + " " + end.phase() + " "
                + (end.crash() == null
                    ? ""
                    : end.crash().thread() + of(end.crash().failure())));
    all.addAll(tape.problems());
    return all;
  }

  private static String of(Event event) {
    return event.kind() + " lane " + event.lane() + " ordinal " + event.ordinal() + " site "
        + event.site() + " at " + event.stampNs() + " phase " + event.phase() + " "
        + of(event.question()) + of(event.answer())
        + (event.failure() == null ? "" : of(event.failure()));
  }

  private static String of(Object[] values) {
    return Arrays.stream(values)
        .map(value -> value instanceof Payload bytes
            ? bytes.length() + " bytes " + Arrays.hashCode(bytes.bytes())
            : Objects.toString(value))
        .toList()
        .toString();
  }

  private static String of(Failure failure) {
    return failure + " " + failure.fields() + failure.frames()
        + failure.suppressed().stream().map(Described::of).toList()
        + (failure.cause() == null ? "" : of(failure.cause()));
  }
}
