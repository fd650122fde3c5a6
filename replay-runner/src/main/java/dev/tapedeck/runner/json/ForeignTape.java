package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapedeck.runner.run.PayloadCopy;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneEvents;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tape that another tool wrote, in the form in which a replay is answered from it. */
public final class ForeignTape {
  private static final int LANE = 0;
  private static final long SEED = 0x7A9EDECDL;

  private final Map<String, Written> written = new LinkedHashMap<>();
  private @Nullable Long exitStatus;

  /** What the program left in a file, by its hash in version 1. */
  public record Written(String contentHash, long length) {}

  private ForeignTape() {}

  /** Whether another tool wrote it. */
  public static boolean is(TapeReader tape) {
    return tape.header().has(Verbatim.HEADER);
  }

  /**
   * Makes a run directory of it beneath {@code base} that only a replay can use.
   *
   * @throws NotWhole where a record does not hold what a program would be told
   */
  public static Path make(TapeReader tape, Path base) throws IOException {
    Fields header = new Fields();
    long started = tape.header().number(Header.STARTED_AT_UNIX_MS, 0);
    header.put(Header.STARTED_AT_UNIX_MS, started).put(Header.HASH_SEED, started ^ SEED);
    TapeWriter writer = TapeWriter.restore(base, header, Long.MAX_VALUE);
    try {
      writer.defineLane(LANE, -1, 0, "main", 0);
      LaneWriters lanes = new LaneWriters(writer);
      LaneEvents events = tape.lane(LANE);
      while (events.advance()) {
        for (ForeignRecord.Made made : made(events.event())) {
          put(lanes.of(LANE), made);
        }
      }
      lanes.release();
    } finally {
      writer.close();
    }
    String failure = writer.failure();
    if (failure != null) {
      throw new IOException(failure);
    }
    return writer.directory();
  }

  /** What it says of how the program left the world. */
  public static ForeignTape results(TapeReader tape) {
    ForeignTape results = new ForeignTape();
    LaneEvents events = tape.lane(LANE);
    while (events.advance()) {
      results.add(LineParser.part(Verbatim.line(events.event())).path("kind"));
    }
    return results;
  }

  private void add(JsonNode said) {
    switch (said.path("kind").asText()) {
      case "file_write" -> {
        String path = path(said);
        written.remove(path);
        written.put(
            path,
            new Written(
                said.path("content_hash").asText(), said.path("len_bytes").asLong()));
      }
      case "file_delete" -> written.remove(path(said));
      case EndJson.KIND -> exitStatus = said.path("exit_code").asLong();
      default -> {
        // tells nothing of it
      }
    }
  }

  /** One file has one path, however each record spells it; as the agent has it when the program asks. */
  private static String path(JsonNode said) {
    return Path.of(said.path("path").asText()).toAbsolutePath().normalize().toString();
  }

  /** By path from the root on, what was in the files at the end that the program wrote and did not delete. */
  public Map<String, Written> written() {
    return written;
  }

  /** Whether the bytes have the hash; where it is none of version 1, nobody can tell that they have not. */
  public static boolean isOf(InputStream bytes, String contentHash) throws IOException {
    if (!StoredBytes.isHash(contentHash)) {
      return true;
    }
    Blake3 hash = new Blake3();
    byte[] piece = new byte[1 << 16];
    for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
      hash.update(piece, 0, read);
    }
    return hash.finish().equals(contentHash);
  }

  /** Null where the tape does not tell: version 1 has no word for it. */
  public @Nullable Long exitStatus() {
    return exitStatus;
  }

  /** Why a replay cannot use the record, and which it is; null where it can. */
  static @Nullable String whyNot(Event event) {
    String record = Verbatim.kind(event);
    try {
      JsonNode line = LineParser.part(Verbatim.line(event));
      String path = line.path("kind").path("path").asText();
      record =
          "seq " + line.path("seq").asText() + ", " + record + (path.isEmpty() ? "" : " " + path);
      ForeignRecord.of(line, Verbatim.payloads(event));
      return null;
    } catch (NotWhole | ArithmeticException e) {
      return record + ": " + e.getMessage();
    }
  }

  private static List<ForeignRecord.Made> made(Event event) {
    return ForeignRecord.of(LineParser.part(Verbatim.line(event)), Verbatim.payloads(event));
  }

  private static void put(ChunkWriter to, ForeignRecord.Made made) throws IOException {
    int id = made.kind().id();
    if (Kinds.isClock(id)) {
      to.clock(id, 0, (Long) made.answer().get(0));
      return;
    }
    EventWriter event = to.begin(made.kind(), 0, 0);
    put(event, made.kind().question(), made.question());
    put(event, made.kind().answer(), made.answer());
    event.commit();
  }

  @SuppressWarnings("unchecked")
  private static void put(
      EventWriter event, List<Field> fields, List<? extends @Nullable Object> values)
      throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      Object value = values.get(i);
      switch (fields.get(i).type()) {
        case LONG -> event.putLong((Long) value);
        case BOOL -> event.putBool((Boolean) value);
        case STRING -> event.putString((String) value);
        case STRINGS -> event.putStrings((List<String>) value);
        case BYTES -> PayloadCopy.put(event, (Payload) value);
      }
    }
  }
}
