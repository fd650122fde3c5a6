package dev.tapedeck.runner.launch;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Learns that the replayed JVM stands still for a debugger.
 *
 * <p>JDWP starts a command of our choice when the awaited exception is thrown; ours leaves a file behind. Connecting to
 * the port to find out would count as the debugger.
 */
final class SuspendSignal {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private final Path command;
  private final Path suspended;

  SuspendSignal(Path directory) {
    this.suspended = directory.resolve("suspended");
    this.command = directory.resolve(WINDOWS ? "suspended.cmd" : "suspended.sh");
    try {
      Files.writeString(
          command,
          WINDOWS
              ? "@echo off\r\ntype nul > \"" + suspended + "\"\r\n"
              : "#!/bin/sh\n: > '" + suspended + "'\n");
    } catch (IOException e) {
      throw new Trouble("cannot write " + command + ": " + e.getMessage(), e);
    }
  }

  /** What JDWP is to launch. Through the shell, because the temporary directory may forbid programs. */
  String launch() {
    return WINDOWS ? command.toString() : "/bin/sh " + command;
  }

  boolean seen() {
    return Files.exists(suspended);
  }
}
