package dev.tapedeck.runner.report;

import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.TapeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a replay went, as the agent wrote it down.
 *
 * @param verdict {@code faithful}, {@code prefix}, {@code blessed}, {@code diverged} or {@code trouble}
 * @param changedClasses classes of the program that are not those of the recording
 * @param notKept what is not as the program left it in the directory for what it writes, in sentences
 * @param deadlock who waits for whom for ever at its end; empty where nobody does
 * @param leftovers events that nobody asked for, one {@code lane count} each
 */
public record Outcome(
    String verdict,
    long consumed,
    List<String> leftovers,
    String detail,
    List<String> changedClasses,
    List<String> notKept,
    String deadlock,
    @Nullable Divergence divergence) {

  /** Reads the agent's file; none when the replayed JVM ended before it could write one. */
  public static Optional<Outcome> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Fields.decode(Files.readAllBytes(file))));
    } catch (IOException | TapeException e) {
      return Optional.empty();
    }
  }

  static Outcome of(Fields fields) {
    // What failed in the agent itself is no word on the program.
    String verdict =
        fields.text("reason", "").equals("trouble") ? "trouble" : fields.text("verdict", "trouble");
    return new Outcome(
        verdict,
        fields.number("consumed", 0),
        fields.list("leftovers"),
        fields.text("detail", ""),
        fields.list("changed_classes"),
        fields.list("not_kept"),
        fields.text("deadlock", ""),
        verdict.equals("diverged") ? Divergence.of(fields) : null);
  }

  /** The same, but for a process that ended with another status than the recorded one. */
  public Outcome endedWith(int recorded, int replayed) {
    // Of a status, the operating system keeps eight bits.
    if ((!faithful() && !faithfulPrefix()) || ((recorded ^ replayed) & 0xFF) == 0) {
      return this;
    }
    return diverged(Divergence.ofExitStatus(recorded, replayed));
  }

  /** The same, but for what was printed: all of it, in another order than recorded. */
  public Outcome printedOtherwise(String detail, String recorded, String replayed) {
    return diverged(Divergence.ofPrinted("printed", detail, recorded, replayed));
  }

  /** The same, but for words that are on no tape, and that are others in each replay. */
  public Outcome saidOtherwise(String detail) {
    return diverged(Divergence.ofPrinted("said", detail, "", ""));
  }

  private Outcome diverged(Divergence divergence) {
    return new Outcome(
        "diverged", consumed, leftovers, "", changedClasses, notKept, deadlock, divergence);
  }

  public boolean faithful() {
    return verdict.equals("faithful");
  }

  /** Whether the tape ended early and the program did everything that is on it. */
  public boolean faithfulPrefix() {
    return verdict.equals("prefix");
  }
}
