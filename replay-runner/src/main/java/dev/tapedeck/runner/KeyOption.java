package dev.tapedeck.runner;

import dev.tapedeck.tape.TapeKey;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What opens a sealed tape. */
final class KeyOption {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The private key that opens a sealed tape: $TAPEDECK_KEY.")
  private @Nullable Path file;

  /** The key that was given, or that the environment names; null for none. */
  @Nullable
  TapeKey key(Map<String, String> environment) {
    if (file != null) {
      return new TapeKey(file);
    }
    String named = environment.get("TAPEDECK_KEY");
    return named == null || named.isEmpty() ? null : new TapeKey(Path.of(named));
  }
}
