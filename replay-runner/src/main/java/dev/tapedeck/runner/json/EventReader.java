package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import java.io.IOException;
import java.util.List;

/** Makes of a line's {@code kind} object the event that it was. */
final class EventReader {
  private final CasSource cas;

  EventReader(CasSource cas) {
    this.cas = cas;
  }

  /**
   * Appends the event.
   *
   * @throws NotWhole where the record does not hold all of it; then nothing is on the tape
   */
  void append(ChunkWriter to, Kind kind, JsonNode line) throws IOException {
    JsonNode said = line.path("kind");
    int site = Values.id(line.path("ids"), "site");
    if (kind.id() == Kinds.CLOCK_MILLIS.id()) {
      to.clock(kind.id(), site, Values.number(said, "value_ms"));
      return;
    }
    if (Kinds.isClock(kind.id())) {
      to.clock(kind.id(), site, Values.number(said, "value_ns"));
      return;
    }
    JsonNode fields = kind.id() == Kinds.HTTP_EXCHANGE.id() ? said.path("event") : said;
    EventWriter event = to.begin(kind, site, Values.number(line, "stamp_ns"));
    put(event, kind.question(), fields);
    if (line.has("error")) {
      event.failed(FailureReader.failure(line.path("error")));
    } else {
      put(event, kind.answer(), fields);
    }
    event.commit();
  }

  private void put(EventWriter event, List<Field> fields, JsonNode said) throws IOException {
    for (Field field : fields) {
      String name = KindJson.name(field);
      switch (field.type()) {
        case LONG -> event.putLong(Values.number(said, name));
        case BOOL -> event.putBool(Values.truth(said, name));
        case STRING -> event.putString(Values.textOrNull(said.path(name), name));
        case STRINGS -> event.putStrings(Values.texts(said, name));
        case BYTES -> bytes(event, said.path(name));
      }
    }
  }

  private void bytes(EventWriter event, JsonNode payload) throws IOException {
    if (payload.isNull() || payload.isMissingNode()) {
      event.putBytes(null);
    } else {
      StoredBytes.of(payload, cas).put(event);
    }
  }
}
