package dev.tapedeck.runner.series;

import dev.tapedeck.runner.launch.ProgramOutput;
import dev.tapedeck.runner.launch.ReplayRequest;
import dev.tapedeck.tape.TapeReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A replay's output on its way through our hands: passed on, and compared with the recording. */
public final class ComparedOutput implements ProgramOutput {
  private final ReplayRequest request;
  private final OutputStream toOut;
  private final OutputStream toErr;
  private @Nullable CompletableFuture<Printed> out;
  private @Nullable CompletableFuture<Printed> err;

  /** Passed on to these streams. */
  public ComparedOutput(ReplayRequest request, OutputStream toOut, OutputStream toErr) {
    this.request = request;
    this.toOut = toOut;
    this.toErr = toErr;
  }

  /** Compared alone. */
  public static ComparedOutput unseen(ReplayRequest request) {
    return new ComparedOutput(
        request, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  @Override
  public void arrange(ProcessBuilder builder) {
    builder
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .redirectError(ProcessBuilder.Redirect.PIPE);
  }

  @Override
  public void begin(Process child) {
    out = compared("stdout", child.getInputStream(), toOut);
    err = compared("stderr", child.getErrorStream(), toErr);
  }

  /** On a thread of its own and with a tape of its own, so that neither stream waits for the other. */
  private CompletableFuture<Printed> compared(String stream, InputStream from, OutputStream to) {
    CompletableFuture<Printed> printed = new CompletableFuture<>();
    Thread thread = new Thread(
        () -> {
          PrintedBytes bytes = new PrintedBytes(from, to);
          try (TapeReader tape = TapeReader.open(request.run(), request.key())) {
            printed.complete(StreamComparison.of(stream, bytes, tape));
          } catch (RuntimeException e) {
            bytes.finish();
            printed.completeExceptionally(e);
          }
        },
        "tapedeck-" + stream);
    thread.start();
    return printed;
  }

  @Override
  public void end() {
    printed();
  }

  /** What the last child has printed. */
  List<Printed> printed() {
    if (out == null || err == null) {
      throw new IllegalStateException("nothing has begun");
    }
    return List.of(whole(out), whole(err));
  }

  private static Printed whole(CompletableFuture<Printed> printed) {
    try {
      return printed.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException unreadable) {
        throw unreadable;
      }
      throw e;
    }
  }
}
