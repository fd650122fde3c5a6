package dev.tapedeck.runner.series;

import dev.tapedeck.runner.run.RunDirectories;
import dev.tapedeck.runner.run.Scratch;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tapes of one command's runs, in a directory of its own beneath the one where runs are kept: what lies there is
 * ours, whatever else is recorded meanwhile, and finding it does not take longer where many runs are kept.
 */
public final class OwnRuns implements AutoCloseable {
  private final Path base;
  private final Path own;
  private boolean stays;

  /**
   * Makes a directory for them.
   *
   * @param purpose what its name begins with
   */
  public OwnRuns(Path base, String purpose) {
    this.base = base;
    try {
      Files.createDirectories(base);
      own = Files.createTempDirectory(base, "." + purpose + "-");
    } catch (IOException e) {
      throw new Trouble("cannot make a directory for tapes beneath " + base + ": " + e, e);
    }
  }

  /** Where the next run is to be recorded. */
  public Path directory() {
    return own;
  }

  /** Deletes what was recorded; whether there was anything. */
  boolean forget() {
    List<Path> runs = RunDirectories.newestFirst(own);
    runs.forEach(Scratch::delete);
    return !runs.isEmpty();
  }

  /** Puts the tape where a plain recording would have put it; none where nothing was recorded. */
  public Optional<Path> keep() {
    Path kept = null;
    // The last is the oldest: a program that starts itself again was first there.
    for (Path run : RunDirectories.newestFirst(own)) {
      kept = kept(run);
    }
    return Optional.ofNullable(kept);
  }

  private Path kept(Path run) {
    Path place = base.resolve(own.relativize(run));
    try {
      Files.createDirectories(place.getParent());
      return Files.move(run, place);
    } catch (IOException e) {
      stays = true; // It is found beneath the base there too.
      return run;
    }
  }

  /** Leaves nothing behind but what could not be put in its place. */
  @Override
  public void close() {
    if (!stays) {
      Scratch.delete(own);
    }
  }
}
