package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record of another tool says, as the events that answer a program. */
final class ForeignRecord {
  private static final long NS_PER_MS = 1_000_000;

  /** Kinds of ours that have no word in version 1; another tool may say them as we do. */
  private static final List<Kind> ADDED = List.of(
      Kinds.RANDOM_LONG,
      Kinds.RANDOM_BYTES,
      Kinds.ENV,
      Kinds.ENV_ALL,
      Kinds.HOST_LONG,
      Kinds.HOST_STRING,
      Kinds.HOST_STRINGS,
      Kinds.HOST_BYTES);

  private final JsonNode said;
  private final Map<String, Payload> payloads;

  /** An event in the making. */
  record Made(Kind kind, List<@Nullable Object> question, List<@Nullable Object> answer) {}

  private ForeignRecord(JsonNode said, Map<String, Payload> payloads) {
    this.said = said;
    this.payloads = payloads;
  }

  /**
   * Reads it.
   *
   * @param payloads the bytes that are there, by their hashes
   * @throws NotWhole where it does not hold what a program would be told
   */
  static List<Made> of(JsonNode line, Map<String, Payload> payloads) {
    JsonNode said = line.path("kind");
    if (line.path("redacted").asBoolean() || said.path("redacted").asBoolean()) {
      throw new NotWhole("it is redacted");
    }
    if (line.hasNonNull("error")) {
      throw new NotWhole("it failed, and version 1 does not say what was thrown");
    }
    return new ForeignRecord(said, payloads).events(said.path("kind").asText());
  }

  private List<Made> events(String kind) {
    return switch (kind) {
      case "clock_read" -> List.of(clock());
      case "clock_sleep" -> List.of(made(Kinds.SLEEP, List.of(nanos("duration"))));
      case "file_read" -> List.of(read());
      case "file_write" -> List.of(written());
      case "file_delete" ->
        List.of(made(Kinds.FILE_DELETE, List.of(Values.text(said, "path"), "delete"), 1L));
      case "process_spawn" -> spawned();
      case "output_write" -> List.of(printed());
      case EndJson.KIND -> {
        Values.number(said, "exit_code");
        yield List.of();
      }
      case "llm_call", "http_exchange" ->
        throw new NotWhole(
            "version 1 says neither where the request went nor how the response came: no HTTP client could be told it");
      default -> List.of(added(kind));
    };
  }

  private static Made made(Kind kind, List<@Nullable Object> question, @Nullable Object... answer) {
    return new Made(kind, question, Arrays.asList(answer));
  }

  private long nanos(String name) {
    return said.has(name + "_ns")
        ? Values.number(said, name + "_ns")
        : Math.multiplyExact(Values.number(said, name + "_ms"), NS_PER_MS);
  }

  private Made clock() {
    return switch (said.path("source").asText()) {
      case "wall" -> made(Kinds.CLOCK_EPOCH_NANOS, List.of(), nanos("value"));
      case "monotonic" -> made(Kinds.CLOCK_NANOS, List.of(), nanos("value"));
      default -> throw new NotWhole("its source is neither wall nor monotonic");
    };
  }

  private Made read() {
    Payload bytes = bytes(said.path("payload").isObject() ? said.path("payload") : said);
    return made(
        Kinds.FILE_READ,
        List.of(Values.text(said, "path"), "read", 0L, bytes.length()),
        bytes.length(),
        bytes);
  }

  private Made written() {
    Values.text(said, "content_hash");
    long length = Values.number(said, "len_bytes");
    return made(
        Kinds.FILE_WRITE, List.of(Values.text(said, "path"), "write", 0L, length, 0L), length);
  }

  /** The start, what it said on either stream, and how it ended. */
  private List<Made> spawned() {
    List<@Nullable Object> start = new ArrayList<>();
    start.add(Values.text(said, "program"));
    start.add(Values.texts(said, "args"));
    start.add(Values.textOrNull(said, "cwd", true));
    start.add(null);
    start.add(null);
    start.add(false);
    List<Made> events = new ArrayList<>();
    events.add(made(Kinds.PROCESS_SPAWN, start, 0L, 0L, 0L));
    for (String stream : List.of("stdout", "stderr")) {
      JsonNode payload = said.path(stream + "_payload");
      Payload bytes =
          payload.isMissingNode() || payload.isNull() ? Payload.of(new byte[0]) : bytes(payload);
      events.add(made(
          Kinds.PROCESS_READ, List.of(0L, stream, "read", bytes.length()), bytes.length(), bytes));
    }
    long status = Values.number(said, "exit_code");
    events.add(made(Kinds.PROCESS_WAIT, List.of(0L, "waitFor", -1L), status));
    return events;
  }

  private Made printed() {
    Payload bytes = bytes(said.path("payload"));
    return made(
        Kinds.OUTPUT_WRITE, List.of(Values.text(said, "stream"), bytes), bytes.length(), 0L);
  }

  /** The first of the kinds of that name whose fields are there. */
  private Made added(String name) {
    NotWhole why = new NotWhole("version 1 does not know its kind");
    for (Kind kind : ADDED) {
      try {
        if (kind.name().equals(name)) {
          return new Made(kind, fields(kind.question()), fields(kind.answer()));
        }
      } catch (NotWhole lacking) {
        why = lacking;
      }
    }
    throw why;
  }

  private List<@Nullable Object> fields(List<Field> fields) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : fields) {
      String name = KindJson.name(field);
      boolean isLeftOut = name.equals("redacted") && !said.has(name);
      values.add(
          switch (field.type()) {
            case LONG -> Values.number(said, name);
            case BOOL -> !isLeftOut && Values.truth(said, name);
            case STRING -> Values.textOrNull(said.path(name), name);
            case STRINGS -> isLeftOut ? List.of() : Values.texts(said, name);
            case BYTES -> bytes(said.path(name));
          });
    }
    return Collections.unmodifiableList(values);
  }

  private Payload bytes(JsonNode payload) {
    String hash = Values.text(payload, "content_hash");
    if (payload.path("text").isTextual()) {
      byte[] bytes = payload.path("text").textValue().getBytes(UTF_8);
      if (!Blake3.of(bytes).equals(hash)) {
        throw new NotWhole("its bytes are not those that were recorded: " + hash);
      }
      return Payload.of(bytes);
    }
    if (!StoredBytes.isHash(hash)) {
      throw new NotWhole("its content_hash is none: it wants 64 lowercase hex digits");
    }
    long length = Values.number(payload, "len_bytes");
    if (length == 0 && hash.equals(PayloadJson.HASH_OF_NOTHING)) {
      return Payload.of(new byte[0]);
    }
    Payload there = payloads.get(hash);
    if (there == null) {
      throw new NotWhole("its " + length + " bytes are not there, or others: " + hash);
    }
    if (there.length() != length) {
      throw new NotWhole(
          "its bytes should be " + length + " and are " + there.length() + ": " + hash);
    }
    if (length > Integer.MAX_VALUE - 16) {
      throw new NotWhole("its " + length + " bytes are more than a replay holds in memory");
    }
    return there;
  }
}
