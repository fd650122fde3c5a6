package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/**
 * Writes a tape as JSON Lines, one event in memory at a time.
 *
 * <p>The last line is {@code run_end}: how many records the tape holds, and the BLAKE3-256 digest of all bytes above that
 * line. A tape without an end gets one that says {@code "clean":false} and what is missing.
 */
public final class JsonTape {
  private final TapeReader tape;
  private final Selection selection;

  public JsonTape(TapeReader tape, Selection selection) {
    this.tape = tape;
    this.selection = selection;
  }

  /** Writes and flushes, but does not close. */
  public void write(OutputStream out) throws IOException {
    HashingOutputStream hashing = new HashingOutputStream(out);
    JsonGenerator json = new JsonFactory().createGenerator(hashing);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    HeaderJson.write(json, tape.header());
    json.writeRaw('\n');
    RecordJson records = new RecordJson(tape);
    TapeClock clock = new TapeClock(tape.header());
    long seq = 0;
    long lastMs = 0;
    for (Iterator<Event> events = tape.merged(); events.hasNext(); seq++) {
      Event event = events.next();
      lastMs = Math.max(lastMs, clock.monotonicMs(event.stampNs()));
      if (selection.wants(event, records)) {
        records.write(json, seq, event);
        json.writeRaw('\n');
      }
    }
    json.flush();
    end(json, seq, lastMs, hashing.digest());
    json.writeRaw('\n');
    json.close();
    out.flush();
  }

  private void end(JsonGenerator json, long seq, long monotonicMs, String digest)
      throws IOException {
    RunEnd end = tape.end();
    long started = tape.header().number(Header.STARTED_AT_UNIX_MS, 0);
    RecordJson.begin(
        json,
        seq,
        end == null ? Phase.USER_SCRIPT : end.phase(),
        started + monotonicMs,
        monotonicMs);
    json.writeObjectFieldStart("kind");
    json.writeStringField("kind", "run_end");
    json.writeNumberField("records", seq);
    json.writeStringField("digest", digest);
    json.writeBooleanField("clean", tape.complete() && end != null && end.clean());
    json.writeFieldName("exit_code");
    if (end == null) {
      json.writeNull();
    } else {
      json.writeNumber(end.exitCode());
    }
    json.writeFieldName("crash");
    FailureJson.write(json, end == null ? null : end.crash());
    if (end != null) {
      json.writeStringField("how", end.how());
    }
    if (!tape.problems().isEmpty()) {
      json.writeArrayFieldStart("problems");
      for (String problem : tape.problems()) {
        json.writeString(problem);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
