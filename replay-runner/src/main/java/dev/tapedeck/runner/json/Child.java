package dev.tapedeck.runner.json;

import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process that the program started: how it ended and what it said, as far as the program learned. */
final class Child {
  private static final long NS_PER_MS = 1_000_000;

  private final long startedNs;
  private final List<Payload> stdout = new ArrayList<>();
  private final List<Payload> stderr = new ArrayList<>();
  private long endedNs = -1;
  private @Nullable Long exitCode;

  Child(long startedNs) {
    this.startedNs = startedNs;
  }

  void says(@Nullable String stream, Payload bytes) {
    ("stderr".equals(stream) ? stderr : stdout).add(bytes);
  }

  void waited(boolean isExit, long value, long stampNs) {
    if (isExit && exitCode == null) {
      exitCode = value;
      ended(stampNs);
    }
  }

  void ended(long stampNs) {
    if (endedNs < 0) {
      endedNs = stampNs;
    }
  }

  /** Version 1 wants a number where nobody has asked for the end: -1, and {@code exit_known} says so. */
  static void write(TapeJson json, @Nullable Child child) throws IOException {
    Child known = child == null ? new Child(0) : child;
    json.writeNumberField("exit_code", known.exitCode == null ? -1 : known.exitCode);
    long durationNs = known.endedNs < 0 ? 0 : known.endedNs - known.startedNs;
    json.writeNumberField("duration_ms", durationNs / NS_PER_MS);
    json.writeFieldName("stdout_payload");
    PayloadJson.write(json, known.stdout);
    json.writeFieldName("stderr_payload");
    PayloadJson.write(json, known.stderr);
    json.writeBooleanField("exit_known", known.exitCode != null);
  }
}
