package dev.tapedeck.runner.series;

import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a run prints, held back in files until it is known whether anybody wants to see it.
 *
 * <p>The files have the bytes, also those of the JVM itself; the tape knows in which order they came on the two streams.
 */
final class HeldOutput {
  private final Path scratch;
  private int runs;

  HeldOutput(Path scratch) {
    this.scratch = scratch;
  }

  /** New files for each run: what it has started may go on writing when it has ended. */
  void take(ProcessBuilder builder) throws IOException {
    Files.deleteIfExists(file("out"));
    Files.deleteIfExists(file("err"));
    runs++;
    builder.redirectOutput(file("out").toFile()).redirectError(file("err").toFile());
  }

  private Path file(String stream) {
    return scratch.resolve(stream + "-" + runs);
  }

  /** Opens what the last run has printed. */
  Shown open() throws IOException {
    InputStream out = Files.newInputStream(file("out"));
    return new Shown(
        new BufferedInputStream(out, 1 << 16),
        new BufferedInputStream(Files.newInputStream(file("err")), 1 << 16));
  }

  /** The two streams of one run, whose files may be deleted now. */
  record Shown(InputStream out, InputStream err) implements AutoCloseable {

    /** Shows all, in the tape's order where there is a tape. */
    void show(@Nullable TapeReader tape, OutputStream toOut, OutputStream toErr)
        throws IOException {
      if (tape != null) {
        inOrder(tape, toOut, toErr);
      }
      out.transferTo(toOut);
      toOut.flush();
      err.transferTo(toErr);
      toErr.flush();
    }

    private void inOrder(TapeReader tape, OutputStream toOut, OutputStream toErr)
        throws IOException {
      boolean toErrLast = false;
      for (Iterator<Event> events = tape.merged(); events.hasNext(); ) {
        Event event = events.next();
        Payload payload = RecordedOutput.payload(event);
        if (payload == null) {
          continue;
        }
        boolean isErr = RecordedOutput.isErr(event);
        if (isErr != toErrLast) {
          (toErrLast ? toErr : toOut).flush();
          toErrLast = isErr;
        }
        copy(isErr ? err : out, isErr ? toErr : toOut, payload.length());
      }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
      byte[] piece = new byte[(int) Math.min(length, 1 << 16)];
      for (long left = length; left > 0; ) {
        int count = from.read(piece, 0, (int) Math.min(left, piece.length));
        if (count < 0) {
          return;
        }
        to.write(piece, 0, count);
        left -= count;
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      err.close();
    }
  }
}
