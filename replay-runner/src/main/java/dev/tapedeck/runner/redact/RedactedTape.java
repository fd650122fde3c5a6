package dev.tapedeck.runner.redact;

import dev.tapedeck.runner.json.LaneWriters;
import dev.tapedeck.runner.json.RecordJson;
import dev.tapedeck.runner.run.Verbatim;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.ChunkWriter;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.Event;
import dev.tapedeck.tape.EventWriter;
import dev.tapedeck.tape.Failure;
import dev.tapedeck.tape.Field;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.LaneInfo;
import dev.tapedeck.tape.MethodOrder;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.Payload;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.Site;
import dev.tapedeck.tape.TapeReader;
import dev.tapedeck.tape.TapeWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a run anew without what rules remove. Of what is removed the length stays, so that what is left fits. */
public final class RedactedTape {
  private final TapeReader from;
  private final Rules rules;
  private final Masking masking;
  private final MaskedTexts texts;
  private final MaskedPayload payloads;

  private RedactedTape(TapeReader from, Rules rules) {
    this.from = from;
    this.rules = rules;
    this.masking = new Masking(rules.patterns());
    this.texts = new MaskedTexts(rules.isEverywhere() ? masking : new Masking(List.of()));
    this.payloads = new MaskedPayload(masking);
  }

  /**
   * What came of it.
   *
   * @param places how many values were removed, wholly or in part
   */
  public record Made(Path run, long places) {}

  /** Makes a run directory beneath {@code base}. */
  public static Made write(TapeReader from, Rules rules, Path base) throws IOException {
    if (from.header().has(Verbatim.HEADER)) {
      throw new Trouble("another tool wrote the tape: Tapedeck redacts its own");
    }
    return new RedactedTape(from, rules).write(base);
  }

  private Made write(Path base) throws IOException {
    Fields header = texts.header(from.header());
    List<String> redactions = new ArrayList<>(from.header().list(Header.REDACTIONS));
    redactions.addAll(rules.described());
    header.put(Header.REDACTIONS, redactions);
    if (!from.problems().isEmpty()) {
      header.put(Header.PROBLEMS, texts.list(from.problems()));
    }
    TapeWriter to = TapeWriter.restore(base, header, Long.MAX_VALUE);
    try {
      definitions(to);
      events(to);
      RunEnd end = from.end();
      if (end != null) {
        to.end(new RunEnd(
            end.exitCode(), end.clean(), end.how(), texts.crash(end.crash()), end.phase(), 0));
      }
    } finally {
      to.close();
    }
    String failure = to.failure();
    if (failure != null) {
      throw new Trouble("cannot write the redacted tape: " + failure);
    }
    return new Made(to.directory(), masking.places());
  }

  private void definitions(TapeWriter to) {
    to.defineKinds(from.kinds());
    for (LaneInfo lane : from.lanes()) {
      if (!lane.name().startsWith("?")) { // its definition is lost, on the copy too
        to.defineLane(
            lane.id(), lane.parent(), lane.index(), texts.orNull(lane.threadName()), lane.bornNs());
      }
    }
    for (Site site : from.sites()) {
      to.defineSite(site);
    }
    for (ClassInfo info : from.classes()) {
      to.defineClass(info);
    }
    for (MethodOrder order : from.methodOrders()) {
      to.methodOrder(order);
    }
    for (Note note : from.notes()) {
      to.note(new Note(note.severity(), String.valueOf(texts.orNull(note.text()))));
    }
  }

  private void events(TapeWriter to) throws IOException {
    LaneWriters lanes = new LaneWriters(to);
    RecordJson records = new RecordJson(from);
    for (Iterator<Event> all = from.merged(); all.hasNext(); ) {
      Event event = all.next();
      if (Verbatim.isVerbatim(event)) {
        throw new Trouble("the tape has records that are not whole: it cannot be redacted");
      }
      to.phase(event.phase());
      ChunkWriter writer = lanes.of(event.lane());
      if (Kinds.isClock(event.kind().id())) {
        Object value = event.answer()[0];
        writer.clock(event.kind().id(), event.site(), value instanceof Long number ? number : 0);
      } else {
        write(writer.begin(event.kind(), event.site(), event.stampNs()), event, records);
      }
    }
    lanes.release();
  }

  private void write(EventWriter to, Event event, RecordJson records) throws IOException {
    boolean chosen = rules.choose(event, records);
    put(to, event.kind().question(), event.question(), chosen);
    Failure failure = event.failure();
    if (failure == null) {
      put(to, event.kind().answer(), event.answer(), chosen);
    } else {
      to.failed(chosen ? new MaskedTexts(masking).failure(failure) : failure);
    }
    to.commit();
  }

  private void put(EventWriter to, List<Field> fields, @Nullable Object[] values, boolean chosen)
      throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Object value = values[i];
      boolean all = chosen && rules.remove(field);
      switch (field.type()) {
        case LONG -> to.putLong(value instanceof Long number ? number : 0);
        case BOOL -> to.putBool(value instanceof Boolean truth && truth);
        case STRING -> to.putString(value instanceof String text ? text(text, all, chosen) : null);
        case STRINGS ->
          to.putStrings(value instanceof List<?> list ? list(list, all, chosen) : null);
        case BYTES ->
          payloads.put(to, value instanceof Payload payload ? payload : null, all, chosen);
      }
    }
  }

  private String text(String text, boolean all, boolean chosen) {
    if (all) {
      return masking.all(text);
    }
    return chosen ? masking.matches(text) : text;
  }

  private List<@Nullable String> list(List<?> list, boolean all, boolean chosen) {
    List<@Nullable String> masked = new ArrayList<>();
    for (Object element : list) {
      masked.add(element instanceof String text ? text(text, all, chosen) : null);
    }
    return masked;
  }
}
