package dev.tapedeck.tape;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes runs beneath a directory when a run there ends: the oldest of those that are over, none that goes on, none that
 * is marked kept. Whatever goes wrong stays undeleted, and nobody is told.
 */
public final class Retention {

  /**
   * There while a run has begun and not ended. Who finds it there at its own beginning cannot be sure that the other one
   * comes to its end, and deletes at once: else runs that are killed, one after the other, would fill the disk.
   */
  private static final String BEGUN = ".begun";

  private final Path base;
  private final Path run;
  private final Limits limits;
  private @Nullable RunningMark mark;

  private Retention(Path base, Path run, Limits limits) {
    this.base = base;
    this.run = run;
    this.limits = limits;
  }

  /** Begins for a run that begins. */
  public static Retention begin(Path base, Path run, Limits limits) {
    Retention retention = new Retention(base, run, limits);
    try {
      retention.mark = RunningMark.put(run);
      if (limits.deletesOthers() && !retention.begun().createNewFile()) {
        retention.apply();
      }
    } catch (IOException | RuntimeException withoutMark) {
      // Nobody takes the run for one that was killed.
    }
    return retention;
  }

  /** The run has ended, and its end is on the tape. */
  public void ends(RunEnd end) {
    try {
      RunningMark own = mark;
      if (own != null) {
        own.take(run);
      }
      boolean well = end.exitCode() == 0 && end.crash() == null;
      if (limits.failuresOnly() && well) {
        new StoredRun(run, 0, 0).delete();
      }
      if (limits.deletesOthers()) {
        apply();
        begun().delete();
      }
    } catch (IOException | RuntimeException | Error trouble) {
      // The program has ended as it has ended.
    }
  }

  private File begun() {
    return base.resolve(BEGUN).toFile();
  }

  private void apply() {
    List<StoredRun> runs = StoredRuns.oldestFirst(base);
    long total = 0;
    for (StoredRun one : runs) {
      total += one.bytes();
    }
    long now = System.currentTimeMillis();
    Path newest = runs.isEmpty() ? null : runs.get(runs.size() - 1).directory().getParent();
    for (StoredRun one : runs) {
      boolean unwanted = total > limits.bytes() || now - one.writtenMillis() > limits.ageMillis();
      if (unwanted && !one.directory().equals(run) && one.isOver() && one.delete()) {
        total -= one.bytes();
        // Where the newest is, others may be about to begin.
        Path day = one.directory().getParent();
        if (day != null && !day.equals(newest) && !day.equals(run.getParent())) {
          StoredRuns.removeEmpty(day);
        }
      }
    }
  }
}
