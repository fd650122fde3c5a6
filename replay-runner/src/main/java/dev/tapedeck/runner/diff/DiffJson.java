package dev.tapedeck.runner.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.json.RecordJson;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The differences of two runs for programs, the first first. */
public final class DiffJson {
  private DiffJson() {}

  public static void write(TapeDiff diff, TapeReader a, TapeReader b, OutputStream out)
      throws IOException {
    RecordJson recordsA = new RecordJson(a);
    RecordJson recordsB = new RecordJson(b);
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("mode", diff.mode().name().toLowerCase(Locale.ROOT));
      json.writeBooleanField("same", diff.isSame());
      json.writeNumberField("count", diff.count());
      json.writeArrayFieldStart("differences");
      for (Difference difference : diff.differences()) {
        json.writeStartObject();
        json.writeStringField("lane", difference.lane());
        json.writeNumberField("count_a", difference.countA());
        json.writeNumberField("count_b", difference.countB());
        events(json, "a", difference.a(), recordsA);
        events(json, "b", difference.b(), recordsB);
        texts(json, "values", difference.values());
        json.writeEndObject();
      }
      json.writeEndArray();
      texts(json, "end", diff.end());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void events(
      JsonGenerator json, String name, List<Event> events, RecordJson records) throws IOException {
    json.writeArrayFieldStart(name);
    for (Event event : events) {
      records.write(json, event);
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
