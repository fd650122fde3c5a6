package dev.tapedeck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A forked process that has not ended yet; closing it makes sure that it does. */
final class Running implements AutoCloseable {
  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;
  private final List<Path> scraps;
  private final Duration patience;
  private final long started = System.nanoTime();

  Running(
      List<String> command,
      Process process,
      Path out,
      Path err,
      List<Path> scraps,
      Duration patience) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
    this.scraps = scraps;
    this.patience = patience;
  }

  Ran end() {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        stop();
        process.waitFor();
        throw new AssertionError("still running after " + patience + "\n" + ran());
      }
      return ran();
    } catch (InterruptedException e) {
      stop();
      throw new AssertionError(e);
    }
  }

  /** Waits until standard output holds the text. */
  Running awaitOut(String text) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!outSoFar().contains(text)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("never said " + text + "\n" + end());
      }
      pause(Duration.ofMillis(5));
    }
    return this;
  }

  /** Waits until standard error holds the text. */
  Running awaitErr(String text) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!read(err).contains(text)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("never said on stderr " + text + "\n" + end());
      }
      pause(Duration.ofMillis(5));
    }
    return this;
  }

  Running say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM: the process may run its shutdown hooks. */
  Ran terminate() {
    process.destroy();
    return end();
  }

  /** SIGKILL: not one more instruction. */
  Ran kill() {
    process.destroyForcibly();
    return end();
  }

  long pid() {
    return process.pid();
  }

  String outSoFar() {
    return read(out);
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    stop();
    for (Path scrap : scraps) {
      try {
        Files.deleteIfExists(scrap);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** With the JVM that a replay has started, which would outlive it. */
  private void stop() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private Ran ran() {
    int exit = process.isAlive() ? -1 : process.exitValue();
    return new Ran(
        command, exit, bytes(out), bytes(err), Duration.ofNanos(System.nanoTime() - started));
  }

  private static String read(Path file) {
    return new String(bytes(file), UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
