package dev.tapedeck.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process to start: its command line, surroundings and input. */
final class Fork {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> command;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = {};
  private @Nullable Path directory;

  Fork(List<String> command) {
    this.command = List.copyOf(command);
  }

  Fork in(Path where) {
    directory = where;
    return this;
  }

  Fork environment(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  Fork input(byte[] bytes) {
    input = bytes;
    return this;
  }

  List<String> command() {
    return command;
  }

  /** Runs it to its end. */
  Ran run() {
    try (Running running = start()) {
      return running.end();
    }
  }

  /** Starts it with its input already at hand. */
  Running start() {
    try {
      Path stdin = Files.createTempFile("stdin", null);
      Files.write(stdin, input);
      return start(ProcessBuilder.Redirect.from(stdin.toFile()), stdin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it with a pipe for its input, which {@link Running#say} writes to. */
  Running startTalking() {
    try {
      return start(ProcessBuilder.Redirect.PIPE, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Running start(ProcessBuilder.Redirect stdin, @Nullable Path scrap) throws IOException {
    Path out = Files.createTempFile("stdout", null);
    Path err = Files.createTempFile("stderr", null);
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectInput(stdin)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.directory(directory == null ? null : new File(directory.toString()));
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(environment);
    List<Path> scraps = new ArrayList<>(List.of(out, err));
    if (scrap != null) {
      scraps.add(scrap);
    }
    return new Running(command, builder.start(), out, err, scraps, PATIENCE);
  }

  static boolean permits(String... command) {
    try {
      Process trial = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
