package dev.tapedeck.runner.json;

import dev.tapedeck.runner.http.Exchange;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code kind} object of a record.
 *
 * <p>The kinds of version 1 have the fields that version 1 gave them; every other kind has its question and its answer,
 * under the names that the tape itself defines, so that a kind this build does not know is written too.
 */
final class KindJson {
  private static final long NS_PER_MS = 1_000_000;

  private KindJson() {}

  /**
   * Writes it.
   *
   * @param child what became of the process that the event started
   * @param exchange the HTTP exchange that the event is
   */
  static void write(TapeJson json, Event event, @Nullable Child child, @Nullable Exchange exchange)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", name(event, exchange));
    int id = event.kind().id();
    if (exchange != null) {
      ExchangeJson.write(json, exchange);
      if (json.isWhole()) {
        event(json, event);
      }
    } else if (id == Kinds.CLOCK_MILLIS.id()) {
      json.writeStringField("source", "wall");
      json.writeNumberField("value_ms", number(event.answer()[0]));
    } else if (id == Kinds.CLOCK_NANOS.id()) {
      clock(json, "monotonic", number(event.answer()[0]));
    } else if (id == Kinds.CLOCK_EPOCH_NANOS.id()) {
      clock(json, "wall", number(event.answer()[0]));
    } else if (id == Kinds.SLEEP.id()) {
      // Unsigned in version 1; a negative sleep is an exception in Java.
      json.writeNumberField("duration_ms", Math.max(0, number(event.question()[0])) / NS_PER_MS);
      json.writeNumberField("duration_ns", number(event.question()[0]));
    } else if (id == Kinds.FILE_READ.id()) {
      fileRead(json, event);
    } else if (id == Kinds.FILE_WRITE.id()) {
      fileWrite(json, event);
    } else if (id == Kinds.PROCESS_SPAWN.id()) {
      spawn(json, event, child);
    } else {
      fields(json, event.kind().question(), event.question());
      fields(json, event.kind().answer(), event.answer());
    }
    json.writeEndObject();
  }

  /** As it stands on the tape, beside what is told of the whole exchange. */
  private static void event(TapeJson json, Event event) throws IOException {
    json.writeObjectFieldStart("event");
    fields(json, event.kind().question(), event.question());
    fields(json, event.kind().answer(), event.answer());
    json.writeEndObject();
  }

  /** The name under which the event is shown. */
  static String name(Event event, @Nullable Exchange exchange) {
    if (Verbatim.isVerbatim(event)) {
      return Verbatim.kind(event);
    }
    return exchange == null ? event.kind().name() : ExchangeJson.kind(exchange);
  }

  private static void clock(TapeJson json, String source, long nanos) throws IOException {
    json.writeStringField("source", source);
    json.writeNumberField("value_ms", Math.floorDiv(nanos, NS_PER_MS));
    json.writeNumberField("value_ns", nanos);
  }

  /** Version 1 wants a hash and a length also where nothing could be read. */
  private static void fileRead(TapeJson json, Event event) throws IOException {
    Payload payload = event.answer().length > 1 ? (Payload) event.answer()[1] : null;
    String hash =
        payload == null ? PayloadJson.HASH_OF_NOTHING : PayloadJson.hash(List.of(payload));
    fields(json, event.kind().question().subList(0, 1), event.question());
    json.writeStringField("content_hash", hash);
    json.writeNumberField("len_bytes", payload == null ? 0 : payload.length());
    fields(json, event.kind().question().subList(1, 4), copyFrom(1, event.question()));
    if (event.answer().length > 0) {
      json.writeNumberField("count", number(event.answer()[0]));
    }
    if (payload != null) {
      json.writeFieldName("payload");
      PayloadJson.write(json, payload, hash);
    }
  }

  /** The bytes came from the program and are not on the tape, so their hash is the checksum that is. */
  private static void fileWrite(TapeJson json, Event event) throws IOException {
    List<Field> question = event.kind().question();
    fields(json, question.subList(0, 1), event.question());
    json.writeStringField(
        "content_hash", "crc32c:" + Long.toHexString(number(event.question()[4])));
    json.writeNumberField("len_bytes", Math.max(0, number(event.question()[3])));
    fields(json, question.subList(1, json.isWhole() ? 5 : 3), copyFrom(1, event.question()));
    fields(json, event.kind().answer(), event.answer());
  }

  private static void spawn(TapeJson json, Event event, @Nullable Child child) throws IOException {
    List<Field> question = event.kind().question();
    json.writeFieldName("program");
    json.writeText((String) event.question()[0], "null");
    fields(json, question.subList(1, 3), copyFrom(1, event.question()));
    Child.write(json, child);
    fields(json, question.subList(3, question.size()), copyFrom(3, event.question()));
    fields(json, event.kind().answer(), event.answer());
  }

  private static @Nullable Object[] copyFrom(int first, @Nullable Object[] values) {
    return Arrays.copyOfRange(values, first, values.length);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }

  private static void fields(TapeJson json, List<Field> fields, @Nullable Object[] values)
      throws IOException {
    for (int i = 0; i < values.length && i < fields.size(); i++) {
      Field field = fields.get(i);
      json.writeFieldName(name(field));
      if (field.name().equals("path") && values[i] == null) {
        json.writeText(null, "");
      } else {
        value(json, values[i]);
      }
    }
  }

  /** Under which name a field of the tape stands in a line. */
  static String name(Field field) {
    return switch (field.type()) {
      case BYTES -> "payload";
      case LONG, BOOL, STRING, STRINGS -> field.name();
    };
  }

  private static void value(TapeJson json, @Nullable Object value) throws IOException {
    if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Payload payload) {
      PayloadJson.write(json, payload);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        json.writeString((String) element);
      }
      json.writeEndArray();
    } else {
      json.writeString((String) value);
    }
  }
}
