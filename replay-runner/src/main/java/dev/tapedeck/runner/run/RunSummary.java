package dev.tapedeck.runner.run;

import dev.tapedeck.tape.Crash;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A run at a glance.
 *
 * @param ended in words
 * @param exitCode null when nobody knows
 * @param crash the class of the uncaught exception, or null
 */
public record RunSummary(
    Path run,
    long startedUnixMs,
    String ended,
    @Nullable Integer exitCode,
    @Nullable String crash,
    boolean complete,
    long events,
    long nanos,
    String main) {

  public static RunSummary of(Path run, TapeReader tape) {
    Fields header = tape.header();
    RunEnd end = tape.end();
    Crash crash = end == null ? null : end.crash();
    return new RunSummary(
        run,
        header.number(Header.STARTED_AT_UNIX_MS, 0),
        ended(tape),
        end == null ? null : end.exitCode(),
        crash == null ? null : crash.failure().className(),
        tape.complete(),
        tape.events(),
        RunSpan.nanos(tape),
        header.text(Header.MAIN, "unknown"));
  }

  /** {@code exit 1, IllegalStateException}; {@code incomplete} where the tape does not hold the end. */
  public static String ended(TapeReader tape) {
    RunEnd end = tape.end();
    Crash crash = end == null ? null : end.crash();
    return ended(
        end == null ? null : end.exitCode(),
        crash == null ? null : crash.failure().className(),
        tape.complete() && (end == null || end.clean()));
  }

  /** The same, of what is known; {@code unknown} where nothing is missing but the end. */
  public static String ended(@Nullable Integer exitCode, @Nullable String crash, boolean complete) {
    if (exitCode == null) {
      return complete ? "unknown" : "incomplete";
    }
    StringJoiner words = new StringJoiner(", ").add("exit " + exitCode);
    if (crash != null) {
      words.add(crash.substring(crash.lastIndexOf('.') + 1));
    }
    if (!complete) {
      words.add("incomplete");
    }
    return words.toString();
  }
}
