package dev.tapedeck.runner.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much room a run takes. */
public final class RunSize {
  private RunSize() {}

  /** The bytes of its files; 0 when they cannot be looked at. */
  public static long bytes(Path run) {
    try (Stream<Path> files = Files.list(run)) {
      return files.mapToLong(RunSize::size).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
