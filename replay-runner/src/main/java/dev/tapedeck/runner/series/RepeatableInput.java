package dev.tapedeck.runner.series;

import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The same stdin for each run: what comes is kept in a file.
 *
 * <p>An input that has come to its end is given as that file. Before, it is a pipe, on which each run gets all that has
 * come and then what comes yet: whoever leaves an input open that nobody reads must not wait for ever.
 */
final class RepeatableInput {
  private final Path file;
  private final CountDownLatch end = new CountDownLatch(1);
  private long length;
  private long patienceMs = 100;
  private volatile @Nullable IOException trouble;
  private @Nullable Thread feeder;

  /** Begins to read. */
  RepeatableInput(InputStream from, Path file) throws IOException {
    this.file = Files.createFile(file);
    Thread reader = new Thread(() -> keep(from), "tapedeck-stdin");
    reader.setDaemon(true);
    reader.start();
  }

  private void keep(InputStream from) {
    try (OutputStream to = Files.newOutputStream(file)) {
      byte[] piece = new byte[1 << 16];
      for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
        to.write(piece, 0, count);
        came(count);
      }
    } catch (IOException e) {
      trouble = e;
    }
    ended();
  }

  private synchronized void came(int count) {
    length += count;
    notifyAll();
  }

  private synchronized void ended() {
    end.countDown();
    notifyAll();
  }

  /** Says what the next run's stdin is. */
  void give(ProcessBuilder builder) throws InterruptedException {
    boolean ended = end.await(patienceMs, TimeUnit.MILLISECONDS);
    patienceMs = 0;
    IOException failure = trouble;
    if (failure != null) {
      throw new Trouble("cannot keep stdin for the next run: " + failure.getMessage(), failure);
    }
    builder.redirectInput(
        ended ? ProcessBuilder.Redirect.from(file.toFile()) : ProcessBuilder.Redirect.PIPE);
  }

  /** Feeds a run that has begun. */
  void feed(ProcessBuilder builder, Process process) {
    if (builder.redirectInput().type() == ProcessBuilder.Redirect.Type.PIPE) {
      Thread thread = new Thread(() -> pour(process.getOutputStream()), "tapedeck-feeder");
      thread.setDaemon(true);
      thread.start();
      feeder = thread;
    }
  }

  /** The run has ended. */
  void rest() {
    if (feeder != null) {
      feeder.interrupt();
      feeder = null;
    }
  }

  private void pour(OutputStream to) {
    try (to;
        InputStream from = Files.newInputStream(file)) {
      byte[] piece = new byte[1 << 16];
      for (long position = 0; awaitMore(position); ) {
        int count = from.read(piece);
        to.write(piece, 0, count);
        to.flush();
        position += count;
      }
    } catch (IOException | InterruptedException e) {
      // The run reads no more.
    }
  }

  private synchronized boolean awaitMore(long position) throws InterruptedException {
    while (length == position && end.getCount() > 0) {
      wait();
    }
    return length > position;
  }
}
