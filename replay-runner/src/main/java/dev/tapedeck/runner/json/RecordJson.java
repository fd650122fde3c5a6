package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.http.Exchange;
import dev.tapedeck.runner.http.Exchanges;
import dev.tapedeck.runner.run.SiteText;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.Phase;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a record of the JSON tape. */
public final class RecordJson {
  private final TapeReader tape;
  private final TapeClock clock;
  private @Nullable Children children;
  private @Nullable Exchanges exchanges;
  private final Map<Integer, String> sites = new HashMap<>();
  private final Map<Integer, String> lanes = new HashMap<>();

  public RecordJson(TapeReader tape) {
    this.tape = tape;
    this.clock = new TapeClock(tape.header());
    for (LaneInfo lane : tape.lanes()) {
      lanes.put(lane.id(), lane.name());
    }
  }

  /** Writes one record; {@code seq} is its place in the order of all lanes. */
  void write(TapeJson json, long seq, Event event, List<String> annotations) throws IOException {
    if (Verbatim.isVerbatim(event)) {
      for (Map.Entry<String, Payload> named : Verbatim.payloads(event).entrySet()) {
        json.spill(named.getKey(), List.of(named.getValue()));
      }
      json.writeRaw(Verbatim.line(event));
      json.writeRaw('\n');
      return;
    }
    begin(json, seq, event.phase(), clock.wallMs(event), clock.monotonicMs(event.stampNs()));
    rest(json, event);
    if (!annotations.isEmpty()) {
      json.writeArrayFieldStart("annotations");
      for (String annotation : annotations) {
        json.writeString(annotation);
      }
      json.writeEndArray();
    }
    if (json.isWhole()) {
      ids(json, event);
    }
    json.writeEndOfLine();
  }

  /** What the names in the line stand for, and the moment: of a clock read, the moment is its lane's. */
  private static void ids(TapeJson json, Event event) throws IOException {
    if (!Kinds.isClock(event.kind().id())) {
      json.writeNumberField("stamp_ns", event.stampNs());
    }
    json.writeObjectFieldStart("ids");
    json.writeNumberField("lane", event.lane());
    json.writeNumberField("kind", event.kind().id());
    json.writeNumberField("site", event.site());
    json.writeEndObject();
  }

  /** Writes one event outside a tape, where its place in the order of all lanes is not known. */
  public void write(JsonGenerator json, Event event) throws IOException {
    TapeJson shown = TapeJson.shown(json);
    shown.writeStartObject();
    rest(shown, event);
    shown.writeEndObject();
  }

  private void rest(TapeJson json, Event event) throws IOException {
    json.writeFieldName("kind");
    KindJson.write(json, event, child(event), exchange(event));
    json.writeStringField("lane", lane(event.lane()));
    json.writeNumberField("ordinal", event.ordinal());
    json.writeStringField("site", site(event.site()));
    Failure failure = event.failure();
    if (failure != null) {
      json.writeFieldName("error");
      FailureJson.write(json, failure);
    }
  }

  /** The HTTP exchange that the event is; null for another. */
  @Nullable
  Exchange exchange(Event event) {
    if (!event.kind().equals(Kinds.HTTP_EXCHANGE)) {
      return null;
    }
    if (exchanges == null) {
      exchanges = Exchanges.of(tape);
    }
    return exchanges.at(event);
  }

  private @Nullable Child child(Event event) {
    if (!event.kind().equals(Kinds.PROCESS_SPAWN)) {
      return null;
    }
    if (children == null) {
      children = Children.of(tape);
    }
    return children.startedBy(event);
  }

  static void begin(TapeJson json, long seq, int phase, long wallMs, long monotonicMs)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "record");
    json.writeNumberField("seq", seq);
    json.writeStringField(
        "phase", phase == Phase.RUNTIME_FINALIZE ? "runtime_finalize" : "user_script");
    json.writeNumberField("virtual_time_ms", wallMs);
    json.writeNumberField("monotonic_ms", monotonicMs);
  }

  String lane(int id) {
    return lanes.getOrDefault(id, "unknown");
  }

  String site(int id) {
    return sites.computeIfAbsent(id, known -> SiteText.of(tape, known));
  }
}
