package dev.tapedeck.runner.diff;

import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Phase;
import java.util.Set;

/** What counts as a difference. */
public enum Mode {
  /** Every value and every line. */
  EXACT,

  /** Times and durations may differ, numbers of processes, and lines within a method. */
  SEMANTIC,

  /** What the program says and writes, and how it ends. */
  OUTCOME,

  /** The program exactly, its end from the first shutdown hook on semantically. */
  PHASES;

  private static final Set<String> OUTPUTS =
      Set.of("output_write", "process_output", "process_write", "file_write", "http_send");

  /** Whether events of that kind count. The order between lanes is nobody's content. */
  boolean counts(int kindId, String kind) {
    return !Kinds.isOrder(kindId) && (this != OUTCOME || OUTPUTS.contains(kind));
  }

  /** How strictly events of that phase are compared. */
  Strictness of(int phase) {
    return switch (this) {
      case EXACT -> Strictness.EXACT;
      case SEMANTIC -> Strictness.SEMANTIC;
      case OUTCOME -> Strictness.CONTENT;
      case PHASES -> phase == Phase.RUNTIME_FINALIZE ? Strictness.SEMANTIC : Strictness.EXACT;
    };
  }

  /** How strictly one event is compared. */
  enum Strictness {
    EXACT,
    SEMANTIC,
    /** Wherever it was said. */
    CONTENT
  }
}
