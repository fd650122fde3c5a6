package dev.tapedeck.tape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Marks a run that {@link Retention} must not delete: a file in its directory. */
public final class KeptMark {

  private static final String FILE = "kept";

  private KeptMark() {}

  public static boolean isOn(Path run) {
    return Files.exists(run.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
  }

  /** Marks the run; nothing changes when it is marked. */
  public static void put(Path run) throws IOException {
    if (!isOn(run)) {
      Files.createFile(run.resolve(FILE));
    }
  }

  /** Takes the mark away, if there is one. */
  public static void take(Path run) throws IOException {
    Files.deleteIfExists(run.resolve(FILE));
  }
}
