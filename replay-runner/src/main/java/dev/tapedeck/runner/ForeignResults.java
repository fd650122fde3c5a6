package dev.tapedeck.runner;

import dev.tapedeck.runner.json.ForeignTape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a replayed program has left, against what another tool has recorded of it. */
final class ForeignResults {
  private ForeignResults() {}

  /**
   * The first difference, in words; null where there is none.
   *
   * @param writes the directory that holds what the program has written
   */
  static @Nullable String difference(ForeignTape recorded, int exitStatus, Path writes) {
    for (Map.Entry<String, ForeignTape.Written> entry : recorded.written().entrySet()) {
      String difference = difference(entry.getKey(), entry.getValue(), writes);
      if (difference != null) {
        return difference;
      }
    }
    Long status = recorded.exitStatus();
    return status == null || ((status ^ exitStatus) & 0xFF) == 0
        ? null
        : "the program ended with status " + exitStatus + ", and with " + status
            + " when it was recorded";
  }

  private static @Nullable String difference(
      String path, ForeignTape.Written recorded, Path writes) {
    Path file = writes.resolve(Path.of("/").relativize(Path.of(path)));
    try (InputStream in = Files.newInputStream(file)) {
      long length = Files.size(file);
      if (length != recorded.length()) {
        return "the program wrote " + length + " bytes to " + path + ", and " + recorded.length()
            + " when it was recorded";
      }
      return ForeignTape.isOf(in, recorded.contentHash())
          ? null
          : "the program wrote other bytes to " + path + " than when it was recorded";
    } catch (IOException e) {
      return "what the program wrote to " + path + " is not there: " + e.getMessage();
    }
  }
}
