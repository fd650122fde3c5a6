package dev.tapedeck.runner.verify;

import dev.tapedeck.runner.json.ForeignTape;
import dev.tapedeck.runner.json.Unreplayable;
import dev.tapedeck.runner.launch.ClassPathCheck;
import dev.tapedeck.runner.launch.RecordedProgram;
import dev.tapedeck.runner.portable.PackedClasses;
import dev.tapedeck.runner.run.Uncovered;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a tape replays.
 *
 * @param words {@code yes}, {@code in part}, {@code no} or {@code unknown}
 * @param reasons why not, or how far, or what it wants for that
 */
public record Replayable(String words, List<String> reasons) {
  static final String YES = "yes";
  static final String IN_PART = "in part";
  static final String NO = "no";
  static final String UNKNOWN = "unknown";

  static Replayable of(TapeReader tape, Unreplayable notWhole, List<String> unreadable) {
    if (tape.isClosed()) {
      return new Replayable(
          UNKNOWN,
          List.of("the tape is sealed to the key " + tape.sealedTo()
              + ": with --key FILE its values are looked at too"));
    }
    if (notWhole.count() > 0) {
      return new Replayable(NO, notWhole.reasons());
    }
    if (ForeignTape.is(tape)) {
      return foreign(tape);
    }
    if (tape.header().text(Header.MAIN_KIND, "unknown").equals("unknown")) {
      return new Replayable(NO, List.of("the tape does not say which main class was run"));
    }
    List<String> reasons = new ArrayList<>();
    if (!unreadable.isEmpty()) {
      reasons.add("up to the first event that cannot be read");
    } else if (!tape.complete()) {
      reasons.add("as far as the tape goes");
    }
    Uncovered.of(tape).keySet().stream()
        .findFirst()
        .ifPresent(place -> reasons.add("up to what no boundary covers: " + place));
    if (!tape.header().list(Header.REDACTIONS).isEmpty()) {
      reasons.add("as far as the program does not hang on what was redacted: "
          + String.join("; ", tape.header().list(Header.REDACTIONS)));
    }
    String words = reasons.isEmpty() ? YES : IN_PART;
    if (PackedClasses.root(tape.directory()) == null) {
      classPath(tape, reasons);
    }
    return new Replayable(words, reasons);
  }

  private static Replayable foreign(TapeReader tape) {
    try {
      RecordedProgram.ofForeign(tape.header(), Map.of());
      return new Replayable(
          YES, List.of("with --class-path CP, and by what is asked: another tool wrote it"));
    } catch (Trouble e) {
      return new Replayable(NO, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static void classPath(TapeReader tape, List<String> reasons) {
    try {
      ClassPathCheck.unchanged(RecordedProgram.of(tape.header()));
    } catch (Trouble e) {
      reasons.add(String.valueOf(e.getMessage()));
    }
  }
}
