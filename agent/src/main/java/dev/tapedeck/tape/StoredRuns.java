package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs beneath a directory, {@code YYYY/MM/DD/run-…}. Links are not followed: what they lead to is not ours. */
final class StoredRuns {

  private final List<StoredRun> runs = new ArrayList<>();

  private StoredRuns() {}

  /** All there are, those first that were written to last the longest time ago. */
  static List<StoredRun> oldestFirst(Path base) {
    StoredRuns all = new StoredRuns();
    for (Path year : dated(base, 4)) {
      for (Path month : dated(year, 2)) {
        for (Path day : dated(month, 2)) {
          all.lookInto(day);
        }
      }
    }
    all.runs.sort((a, b) -> Long.compare(a.writtenMillis(), b.writtenMillis()));
    return all.runs;
  }

  /** Removes the directories of a day without runs, of its month and its year, where nothing is in them. */
  static void removeEmpty(Path day) {
    Path at = day;
    for (int i = 0; i < 3 && at != null && at.toFile().delete(); i++) {
      at = at.getParent();
    }
  }

  private void lookInto(Path day) {
    for (Path path : listed(day)) {
      String name = path.getFileName().toString();
      if (name.startsWith("run-") && StoredRun.isDirectory(path)) {
        StoredRun run = StoredRun.at(path);
        if (run != null) {
          runs.add(run);
        }
      } else if (StoredRun.isDoomed(name) && StoredRun.isDirectory(path)) {
        finish(path);
      }
    }
  }

  /** Another program began to delete it, and was perhaps killed. */
  private static void finish(Path doomed) {
    try {
      StoredRun.wipe(doomed);
    } catch (IOException othersTurn) {
      // The other one is at it.
    }
  }

  private static List<Path> dated(Path parent, int digits) {
    List<Path> found = new ArrayList<>();
    for (Path path : listed(parent)) {
      if (isNumber(path.getFileName(), digits) && StoredRun.isDirectory(path)) {
        found.add(path);
      }
    }
    return found;
  }

  private static boolean isNumber(@Nullable Path name, int digits) {
    String text = String.valueOf(name);
    boolean all = text.length() == digits;
    for (int i = 0; all && i < digits; i++) {
      all = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return all;
  }

  private static List<Path> listed(Path directory) {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path path : stream) {
        paths.add(path);
      }
    } catch (IOException | DirectoryIteratorException gone) {
      // What cannot be looked into is left alone.
    }
    return paths;
  }
}
