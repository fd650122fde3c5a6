package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.FieldType;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record that is kept as the line that it was: of a kind that this build does not know, by another tool that does
 * not say what a tape of ours needs, or without its bytes.
 */
public final class Verbatim {
  /** So many payloads go with a line. */
  public static final int PAYLOADS = 4;

  private static final int FIRST_PAYLOAD = 1;

  /** Stands in no list of kinds: only tapes that were read from JSON Lines define it. */
  public static final Kind KIND = new Kind(
      100,
      "verbatim",
      List.of(
          new Field("line", FieldType.STRING),
          new Field("kind", FieldType.STRING),
          new Field("why", FieldType.STRING)),
      List.of(
          new Field("hashes", FieldType.STRINGS),
          new Field("first", FieldType.BYTES),
          new Field("second", FieldType.BYTES),
          new Field("third", FieldType.BYTES),
          new Field("fourth", FieldType.BYTES)));

  /** The key in the header of the first line, where another tool wrote it. */
  public static final String HEADER = "verbatim_header";

  private Verbatim() {}

  public static boolean isVerbatim(Event event) {
    return isVerbatim(event.kind());
  }

  public static boolean isVerbatim(Kind kind) {
    return kind.id() == KIND.id() && kind.name().equals(KIND.name());
  }

  /** The line, without its newline. */
  public static String line(Event event) {
    return String.valueOf(event.question()[0]);
  }

  /** The name of its kind in the line. */
  public static String kind(Event event) {
    return String.valueOf(event.question()[1]);
  }

  /** In which line it stood, and why a replay cannot use it. */
  public static String why(Event event) {
    return String.valueOf(event.question()[2]);
  }

  /** Which record, and why a replay cannot use it. */
  public static String described(Event event) {
    return kind(event) + ", " + why(event);
  }

  /** The bytes that go with the line, by their hashes. */
  public static Map<String, Payload> payloads(Event event) {
    Map<String, Payload> payloads = new LinkedHashMap<>();
    if (event.answer().length > 0 && event.answer()[0] instanceof List<?> hashes) {
      for (int i = 0; i < hashes.size() && i < PAYLOADS; i++) {
        if (event.answer()[FIRST_PAYLOAD + i] instanceof Payload bytes) {
          payloads.put(String.valueOf(hashes.get(i)), bytes);
        }
      }
    }
    return payloads;
  }
}
