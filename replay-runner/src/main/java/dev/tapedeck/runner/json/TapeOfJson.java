package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeException;
import dev.tapedeck.tape.TapeWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a run directory of JSON Lines, one line in memory at a time.
 *
 * <p>What cannot be read stops it. What can be read and is not what was written is done without, and stands among the
 * problems of the tape.
 */
public final class TapeOfJson {
  private static final long NS_PER_MS = 1_000_000;

  private final JsonLines lines;
  private final HeaderReader header;
  private final TapeWriter tape;
  private final LaneWriters lanes;
  private final CasSource cas;
  private final EventReader events;
  private final VerbatimWriter verbatim;
  private final Map<Integer, Kind> kinds;
  private final FoundProblems problems = new FoundProblems();
  private final long startedNanos;
  private long records;
  private boolean ended;

  private TapeOfJson(JsonLines lines, CasSource cas, Path base, long limit) {
    this.lines = lines;
    if (!lines.advance()) {
      throw new Trouble(lines.place() + ": the tape is empty");
    }
    this.header = HeaderReader.read(lines);
    this.startedNanos = header.fields().number(Header.STARTED_AT_NANOS, 0);
    this.tape = TapeWriter.restore(base, header.fields(), limit);
    this.lanes = new LaneWriters(tape);
    this.cas = cas;
    this.events = new EventReader(cas);
    this.verbatim = new VerbatimWriter(lines, cas);
    this.kinds = new DefinitionsReader(tape, header.exact()).read(lines);
    tape.defineKinds(List.of(Verbatim.KIND));
    if (!header.isOurs()) {
      tape.defineLane(0, -1, 0, "main", startedNanos);
    }
  }

  /**
   * Reads all lines and makes a run directory beneath {@code base}.
   *
   * @param name of the tape, for what is said about its lines
   * @param limit how many bytes the run directory may have
   * @return the run directory
   * @throws Trouble where it is no tape
   */
  public static Path read(String name, InputStream in, CasSource cas, Path base, long limit) {
    TapeOfJson reading = new TapeOfJson(new JsonLines(name, in), cas, base, limit);
    try {
      reading.records();
    } catch (IOException | IllegalStateException | TapeException | NotWhole e) {
      throw new Trouble(
          reading.lines.place() + ": the record cannot be read: " + e.getMessage(), e);
    } finally {
      reading.tape.close();
    }
    return reading.tape.directory();
  }

  /** Whether the bytes under the hash are those that were hashed; a name that is no hash has none. */
  public static boolean isIntact(String hash, CasSource cas) {
    return StoredBytes.isHash(hash) && StoredBytes.isIntact(hash, cas);
  }

  private void records() throws IOException {
    while (lines.advance()) {
      if (ended) {
        throw lines.trouble("something stands behind the end of the tape");
      }
      ObjectNode line = LineParser.object(lines);
      check(line);
      if (header.isOurs() && line.path("kind").path("kind").asText().equals(EndJson.KIND)) {
        end(line);
      } else {
        record(line);
        checkSeal(line);
      }
    }
    lanes.release();
    if (header.isOurs() && !ended) {
      problems.add("The tape has no end: it was cut after " + lines.place() + ".");
    }
    if (!problems.isEmpty() || !header.isOurs()) {
      tape.addToHeader(new Fields().put(Header.PROBLEMS, problems.all()));
    }
    String failure = tape.failure();
    if (failure != null) {
      throw new Trouble("cannot unpack the tape: " + failure);
    }
  }

  private void check(ObjectNode line) {
    String type = line.path("type").asText();
    if (type.equals("header")) {
      throw lines.trouble("a second header");
    }
    if (!type.equals("record")) {
      throw lines.trouble("the line is neither header nor record");
    }
    JsonNode seq = line.path("seq");
    if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
      throw lines.trouble("the record has no seq");
    }
    if (!line.path("kind").path("kind").isTextual()) {
      throw lines.trouble("the record has no kind");
    }
    if (seq.longValue() != records) {
      problems.add(
          lines.place() + ": record " + seq.longValue() + " stands where " + records + " is due.");
    }
    records = Math.addExact(seq.longValue() == Long.MAX_VALUE ? 0 : seq.longValue(), 1);
  }

  private void record(ObjectNode line) throws IOException {
    tape.phase(phase(line));
    JsonNode ids = line.path("ids");
    int lane = ids.path("lane").canConvertToInt() ? Math.max(0, ids.path("lane").intValue()) : 0;
    ChunkWriter to = lanes.of(lane);
    try {
      if (!header.isOurs()) {
        throw new NotWhole("another tool wrote it, and it says nothing of lanes and lines");
      }
      Exact exact = Exact.of(line);
      exact.apply(line);
      if (line.path("ordinal").asLong(-1) != to.nextOrdinal()) {
        problems.add(lines.place() + ": event " + line.path("ordinal").asText() + " of lane "
            + line.path("lane").asText() + " stands where " + to.nextOrdinal() + " is due.");
      }
      events.append(to, kind(line), line);
      missing(line);
    } catch (NotWhole | IllegalArgumentException e) {
      verbatim(to, line, String.valueOf(e.getMessage()));
    }
  }

  private void missing(ObjectNode line) {
    for (String hash : StoredBytes.missing(line, cas)) {
      problems.add(lines.place() + ": bytes are not there: " + hash + ".");
    }
  }

  private Kind kind(ObjectNode line) {
    Kind kind = kinds.get(Values.id(line.path("ids"), "kind"));
    String name = line.path("kind").path("kind").asText();
    if (kind == null
        || !(kind.name().equals(name)
            || (name.equals("llm_call") && kind.name().equals("http_exchange")))) {
      throw new NotWhole("the tape does not define its kind");
    }
    return kind;
  }

  private void verbatim(ChunkWriter to, ObjectNode line, String why) throws IOException {
    String kind = line.path("kind").path("kind").asText();
    if (header.isOurs()) {
      problems.add(lines.place() + ": record " + line.path("seq").asText() + " (" + kind
          + ") is not whole: " + why + ".");
    } else {
      missing(line);
    }
    long stampNs = line.path("stamp_ns").isIntegralNumber()
        ? line.path("stamp_ns").asLong()
        : startedNanos + line.path("monotonic_ms").asLong() * NS_PER_MS;
    verbatim.append(to, line, kind, why, stampNs);
  }

  /** A tape that ends as ours do, and does not begin so, is a damaged one of ours. */
  private void checkSeal(ObjectNode line) {
    JsonNode said = line.path("kind");
    if (!header.isOurs() && said.path("kind").asText().equals(EndJson.KIND) && said.has("digest")) {
      checkDigest(said);
    }
  }

  private void end(ObjectNode line) {
    ended = true;
    JsonNode said = line.path("kind");
    checkDigest(said);
    try {
      Exact.of(line).apply(line);
      said.path("problems").forEach(problem -> problems.first(problem.asText()));
      RunEnd end = end(line, said);
      if (end != null) {
        lanes.release();
        tape.end(end);
      }
    } catch (NotWhole | IllegalArgumentException e) {
      problems.add(lines.place() + ": the end is not whole: " + e.getMessage() + ".");
    }
  }

  private void checkDigest(JsonNode said) {
    if (!EndJson.isIntact(lines.line(), lines.length())) {
      problems.add(lines.place() + ": the line is not as it was written.");
    }
    if (!lines.digestAbove().equals(said.path("digest").asText())) {
      problems.add(
          lines.place() + ": what stands above is not what was written: its digest differs.");
    }
  }

  private static @Nullable RunEnd end(ObjectNode line, JsonNode said) {
    if (said.path("exit_code").isNull()) {
      return null;
    }
    return new RunEnd(
        (int) Values.number(said, "exit_code"),
        Values.truth(said, "clean"),
        Values.text(said, "how"),
        FailureReader.crash(said.path("crash")),
        phase(line),
        0);
  }

  private static int phase(ObjectNode line) {
    return line.path("phase").asText().equals("runtime_finalize")
        ? Phase.RUNTIME_FINALIZE
        : Phase.USER_SCRIPT;
  }
}
