package dev.tapedeck.runner.json;

import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Writes a tape as JSON Lines, one event in memory at a time. */
public final class JsonTape {
  private final TapeReader tape;
  private final @Nullable Selection selection;
  private final CasSink cas;
  private final LongFunction<List<String>> annotations;

  private JsonTape(
      TapeReader tape,
      @Nullable Selection selection,
      CasSink cas,
      LongFunction<List<String>> annotations) {
    this.tape = tape;
    this.selection = selection;
    this.cas = cas;
    this.annotations = annotations;
  }

  /** What is wanted of it, to be looked at. */
  public static JsonTape of(TapeReader tape, Selection selection) {
    return of(tape, selection, seq -> List.of());
  }

  /** The same with what people noted on the events, by their numbers. */
  public static JsonTape of(
      TapeReader tape, Selection selection, LongFunction<List<String>> annotations) {
    return new JsonTape(tape, selection, CasSink.NONE, annotations);
  }

  /** All of it, so that {@link TapeOfJson} can make the same tape of it. */
  public static JsonTape whole(TapeReader tape, CasSink cas) {
    return new JsonTape(tape, null, cas, seq -> List.of());
  }

  /** Writes and flushes, but does not close. */
  public void write(OutputStream out) throws IOException {
    HashingOutputStream hashing = new HashingOutputStream(out);
    TapeClock clock = new TapeClock(tape.header());
    long seq = 0;
    long lastMs = 0;
    try (OutputStream lines = new HandedOver(hashing);
        TapeJson json = selection == null ? TapeJson.whole(lines, cas) : TapeJson.shown(lines)) {
      HeaderJson.write(json, tape);
      RecordJson records = new RecordJson(tape);
      for (Iterator<Event> events = tape.merged(); events.hasNext(); seq++) {
        Event event = events.next();
        lastMs = Math.max(lastMs, clock.monotonicMs(event.stampNs()));
        if (selection == null || selection.wants(event, records)) {
          records.write(json, seq, event, annotations.apply(seq));
        }
      }
    }
    if (!tape.header().has(Verbatim.HEADER)) {
      out.write(EndJson.line(tape, seq, lastMs, hashing.digest(), selection == null));
    }
    out.flush();
  }
}
