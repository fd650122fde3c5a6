package dev.tapedeck.runner.verify;

import dev.tapedeck.runner.json.Unreplayable;
import dev.tapedeck.runner.portable.OpenedTape;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found out about a tape.
 *
 * @param events that can be read
 * @param bytes of payloads that were read
 * @param problems what is missing or damaged, a sentence each
 * @param replay whether it still replays, and how far
 */
public record Verification(
    Path run, long events, long bytes, List<String> problems, Replayable replay) {

  /** Reads all of it. */
  public static Verification of(OpenedTape opened) {
    TapeReader tape = opened.reader();
    EveryByte all = EveryByte.read(tape);
    List<String> problems = new ArrayList<>(tape.problems());
    problems.addAll(all.problems());
    problems.addAll(opened.strayBytes());
    Unreplayable notWhole = Unreplayable.of(tape);
    return new Verification(
        opened.named(),
        all.events(),
        all.bytes(),
        problems,
        Replayable.of(tape, notWhole, all.problems()));
  }

  /** Whether nothing is missing. */
  public boolean isWhole() {
    return problems.isEmpty();
  }
}
