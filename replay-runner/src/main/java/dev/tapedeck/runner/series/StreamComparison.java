package dev.tapedeck.runner.series;

import dev.tapedeck.runner.series.Printed.Difference;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Compares one stream of a replayed program with the recording, while it comes.
 *
 * <p>All that is on the tape must come, byte for byte and in the order that the tape has over all lanes: that order is
 * more than the agent compares. Between may stand what no tape holds: words of the JVM itself, and of native code. In a
 * recording that was cut off there is something more at the end.
 */
final class StreamComparison {
  private final PrintedBytes printed;
  private @Nullable Difference first;
  private boolean isLacking;

  private StreamComparison(PrintedBytes printed) {
    this.printed = printed;
  }

  /** Reads the stream to its end. */
  static Printed of(String stream, PrintedBytes printed, TapeReader tape) {
    StreamComparison comparison = new StreamComparison(printed);
    byte[] digest;
    try {
      comparison.expectAll(stream.equals("stderr"), tape);
    } finally {
      // Whatever is wrong with the tape: the program must not wait for a reader.
      digest = printed.finish();
    }
    return new Printed(stream, digest, comparison.isLacking ? comparison.first : null);
  }

  private void expectAll(boolean err, TapeReader tape) {
    for (Iterator<Event> events = tape.merged(); events.hasNext() && !isLacking; ) {
      Event event = events.next();
      Payload payload = RecordedOutput.payload(event);
      if (payload != null && RecordedOutput.isErr(event) == err) {
        try {
          payload.copyTo(this::expect);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void expect(byte[] recorded, int length) {
    for (int i = 0; i < length && !isLacking; i++) {
      int one = printed.peek();
      while (one != (recorded[i] & 0xff) && one >= 0) {
        differs(recorded, i, length);
        printed.take();
        one = printed.peek();
      }
      if (one < 0) {
        differs(recorded, i, length);
        isLacking = true;
      } else {
        printed.take();
      }
    }
  }

  private void differs(byte[] recorded, int at, int length) {
    if (first == null) {
      String same = printed.lineSoFar();
      first = new Difference(
          printed.count(),
          printed.line(),
          same + PrintedBytes.restOfLine(recorded, at, length),
          same + printed.restOfLine());
    }
  }
}
