package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The last line, {@code run_end}: how many records the tape holds, and the BLAKE3-256 digest of all bytes above that
 * line. A tape without an end gets one that says {@code "clean":false} and what is missing. On a whole tape the line ends
 * with {@code seal}, the digest of its own bytes before that.
 */
final class EndJson {
  static final String KIND = "run_end";
  private static final String END = "}\n";
  private static final String SEAL = ",\"seal\":\"";
  private static final int SEALED = (SEAL + "0".repeat(64) + "\"}").length();

  private EndJson() {}

  static byte[] line(TapeReader tape, long seq, long monotonicMs, String digest, boolean whole)
      throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    TapeJson json = whole ? TapeJson.whole(line, CasSink.NONE) : TapeJson.shown(line);
    write(json, tape, seq, monotonicMs, digest);
    json.close();
    if (!whole) {
      return line.toByteArray();
    }
    byte[] open = line.toByteArray();
    line.reset();
    line.write(open, 0, open.length - END.length());
    line.writeBytes((SEAL + Blake3.of(line.toByteArray()) + "\"" + END).getBytes(UTF_8));
    return line.toByteArray();
  }

  /** Whether the line, without its newline, is as it was written. */
  static boolean isIntact(byte[] line, int length) {
    int open = length - SEALED;
    if (open < 0) {
      return false;
    }
    Blake3 hash = new Blake3();
    hash.update(line, 0, open);
    return (SEAL + hash.finish() + "\"}").equals(new String(line, open, SEALED, UTF_8));
  }

  private static void write(
      TapeJson json, TapeReader tape, long seq, long monotonicMs, String digest)
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
    json.writeStringField("kind", KIND);
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
    json.writeEndOfLine();
  }
}
