package dev.tapedeck.runner.redact;

import dev.tapedeck.runner.json.RecordJson;
import dev.tapedeck.runner.json.Selection;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.FieldType;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be removed from a tape.
 *
 * @param events those that are chosen; all of them where it chooses none
 * @param fields of the chosen events; where none is named, and there is no pattern, their bytes
 * @param patterns what is removed wherever it stands: in chosen events, or on all of the tape
 */
public record Rules(Selection events, List<String> fields, List<String> patterns) {

  private static final String BYTES = "payload";

  /** Says so where they remove nothing, or name what the tape does not know. */
  public void check(TapeReader tape) {
    if (isEverywhere() && fields.isEmpty() && patterns.isEmpty()) {
      throw new Trouble("say what to remove: --kind, --lane, --site, --field or --match");
    }
    events.check(tape);
    for (String field : fields) {
      if (tape.kinds().stream().noneMatch(kind -> has(kind, field))) {
        throw new Trouble(
            "no event has a field '" + field + "' with text or bytes: 'tapedeck cat' shows them");
      }
    }
  }

  /** Whether no events are chosen, so that a pattern counts for the header too. */
  boolean isEverywhere() {
    return events.lanes().isEmpty()
        && events.kinds().isEmpty()
        && events.sites().isEmpty();
  }

  boolean choose(Event event, RecordJson records) {
    return events.wants(event, records);
  }

  /** Whether the whole value of a chosen event's field is to go. */
  boolean remove(Field field) {
    return fields.isEmpty() && patterns.isEmpty()
        ? field.type() == FieldType.BYTES
        : named(field, fields);
  }

  /** In words that do not tell what was removed. */
  List<String> described() {
    List<String> parts = new ArrayList<>();
    if (!fields.isEmpty()) {
      parts.add("fields " + String.join(", ", fields));
    } else if (patterns.isEmpty()) {
      parts.add("payloads");
    }
    if (!patterns.isEmpty()) {
      parts.add("what matches a pattern");
    }
    String chosen = String.join(
        ", ",
        Stream.of(events.kinds(), events.lanes(), events.sites())
            .flatMap(List::stream)
            .toList());
    return parts.stream()
        .map(part -> chosen.isEmpty() ? part : part + " of " + chosen)
        .toList();
  }

  private static boolean has(Kind kind, String name) {
    return Stream.concat(kind.question().stream(), kind.answer().stream())
        .anyMatch(field -> named(field, List.of(name)));
  }

  /** By the name on the tape, or the one that lines show. */
  private static boolean named(Field field, List<String> names) {
    return switch (field.type()) {
      case BYTES -> names.contains(BYTES) || names.contains(field.name());
      case STRING, STRINGS -> names.contains(field.name());
      case LONG, BOOL -> false;
    };
  }
}
