package dev.tapedeck.runner;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class DirOption {
  @Option(
      names = {"-d", "--dir"},
      paramLabel = "DIR",
      description = "Where runs are kept: $TAPEDECK_DIR, else ./tapedeck-runs.")
  private @Nullable Path directory;

  /** The directory that was given; null for none. */
  @Nullable
  Path given() {
    return directory;
  }
}
