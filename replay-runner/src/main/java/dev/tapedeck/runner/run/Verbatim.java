package dev.tapedeck.runner.json;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.FieldType;
import dev.tapedeck.tape.Kind;
import java.util.List;

/**
 * A record that is kept as the line that it was: of a kind that this build does not know, by another tool that does
 * not say what a tape of ours needs, or without its bytes.
 */
public final class Verbatim {
  /** Stands in no list of kinds: only tapes that were read from JSON Lines define it. */
  static final Kind KIND = new Kind(
      100,
      "verbatim",
      List.of(
          new Field("line", FieldType.STRING),
          new Field("kind", FieldType.STRING),
          new Field("why", FieldType.STRING)),
      List.of());

  /** The key in the header of the first line, where another tool wrote it. */
  static final String HEADER = "verbatim_header";

  private Verbatim() {}

  /** Which record, and why a replay cannot use it. */
  static String described(Event event) {
    return kind(event) + ", " + why(event);
  }

  public static boolean isVerbatim(Event event) {
    return isVerbatim(event.kind());
  }

  public static boolean isVerbatim(Kind kind) {
    return kind.id() == KIND.id() && kind.name().equals(KIND.name());
  }

  /** The line, without its newline. */
  public static String line(Event event) {
    return (String) event.question()[0];
  }

  /** The name of its kind in the line. */
  public static String kind(Event event) {
    return (String) event.question()[1];
  }

  /** In which line it stood, and why a replay cannot use it. */
  public static String why(Event event) {
    return (String) event.question()[2];
  }
}
