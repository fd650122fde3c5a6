package dev.tapedeck.runner.run;

import dev.tapedeck.runner.speech.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What RUN on a command line means: a run directory, a directory with runs beneath it, a portable tape, or the newest run
 * there is.
 */
public final class RunArgument {
  /** For the help of commands. */
  public static final String DESCRIPTION =
      "A run directory, a .tape.zip, a .tape of JSON Lines, or a directory with runs beneath it: the newest.";

  private RunArgument() {}

  /** The run directory or the file that is meant; where none is, says where it looked and what to do. */
  public static Path resolve(@Nullable Path given, @Nullable Path base, Map<String, String> env) {
    if (given == null) {
      return newest(baseDirectory(base, env));
    }
    if (RunDirectories.isRun(given)) {
      return given;
    }
    if (Files.isDirectory(given)) {
      return newest(given);
    }
    if (!Files.exists(given)) {
      throw new Trouble(
          "there is no run " + given + ": 'tapedeck ls DIR' shows those beneath a directory");
    }
    return given;
  }

  /** Where runs are kept: what is given, else {@code TAPEDECK_DIR}, else {@code tapedeck-runs} here. */
  public static Path baseDirectory(@Nullable Path given, Map<String, String> env) {
    if (given != null) {
      return given;
    }
    String fromEnvironment = env.get("TAPEDECK_DIR");
    return Path.of(
        fromEnvironment == null || fromEnvironment.isEmpty() ? "tapedeck-runs" : fromEnvironment);
  }

  private static Path newest(Path base) {
    if (!Files.isDirectory(base)) {
      throw new Trouble("there is no directory " + base
          + " with runs: record one with 'tapedeck record -- java …', or name the run");
    }
    return RunDirectories.newest(base)
        .orElseThrow(() -> new Trouble("there is no run beneath " + base
            + ": record one with 'tapedeck record -d " + base + " -- java …'"));
  }
}
