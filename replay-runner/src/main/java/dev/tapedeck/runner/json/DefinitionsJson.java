package dev.tapedeck.runner.json;

import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What a tape says beside its events, each an array in the order of the record of the same name. */
final class DefinitionsJson {
  static final String NAME = "definitions";

  private DefinitionsJson() {}

  static void write(TapeJson json, TapeReader tape) throws IOException {
    json.writeObjectFieldStart(NAME);
    kinds(json, tape.kinds());
    lanes(json, tape.lanes());
    sites(json, tape.sites());
    classes(json, tape.classes());
    notes(json, tape.notes());
    methodOrders(json, tape.methodOrders());
    json.writeEndObject();
  }

  private static void kinds(TapeJson json, List<Kind> kinds) throws IOException {
    json.writeArrayFieldStart("kinds");
    for (Kind kind : kinds) {
      if (!Verbatim.isVerbatim(kind)) {
        json.writeStartArray();
        json.writeNumber(kind.id());
        json.writeString(kind.name());
        fields(json, kind.question());
        fields(json, kind.answer());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private static void fields(TapeJson json, List<Field> fields) throws IOException {
    json.writeStartArray();
    for (Field field : fields) {
      json.writeStartArray();
      json.writeString(field.name());
      json.writeString(field.type().name());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** A lane that the tape does not define has a name with a question mark, which is given to it when it is read. */
  private static void lanes(TapeJson json, List<LaneInfo> lanes) throws IOException {
    json.writeArrayFieldStart("lanes");
    for (LaneInfo lane : lanes) {
      if (!lane.name().startsWith("?")) {
        json.writeStartArray();
        json.writeNumber(lane.id());
        json.writeNumber(lane.parent());
        json.writeNumber(lane.index());
        json.writeString(lane.threadName());
        json.writeNumber(lane.bornNs());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private static void sites(TapeJson json, List<Site> sites) throws IOException {
    json.writeArrayFieldStart("sites");
    for (Site site : sites.stream().sorted(Comparator.comparingInt(Site::id)).toList()) {
      json.writeStartArray();
      json.writeNumber(site.id());
      json.writeString(site.className());
      json.writeString(site.method());
      json.writeString(site.descriptor());
      json.writeNumber(site.line());
      json.writeNumber(site.index());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void classes(TapeJson json, List<ClassInfo> classes) throws IOException {
    json.writeArrayFieldStart("classes");
    for (ClassInfo info : classes) {
      json.writeStartArray();
      json.writeString(info.name());
      json.writeString(info.loader());
      json.writeNumber(info.crc32c());
      json.writeBoolean(info.woven());
      json.writeString(info.reason());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void notes(TapeJson json, List<Note> notes) throws IOException {
    json.writeArrayFieldStart("notes");
    for (Note note : notes) {
      json.writeStartArray();
      json.writeString(note.severity());
      json.writeString(note.text());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void methodOrders(TapeJson json, List<MethodOrder> orders) throws IOException {
    json.writeArrayFieldStart("method_orders");
    for (MethodOrder order : orders) {
      json.writeStartArray();
      json.writeString(order.className());
      json.writeBoolean(order.publicOnly());
      json.writeString(order.order());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
