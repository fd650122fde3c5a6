package dev.tapedeck.runner.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.json.RecordJson;
import dev.tapedeck.tape.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replay's report for programs. The events before a divergence are records as {@code cat} prints them. */
public final class ReplayReportJson {
  private ReplayReportJson() {}

  public static void write(ReplayReport report, OutputStream out) throws IOException {
    write(report, null, out);
  }

  /** The decisive report of several replays, and how many there were. */
  public static void write(Repetition repetition, OutputStream out) throws IOException {
    write(repetition.decisive(), repetition, out);
  }

  private static void write(ReplayReport report, @Nullable Repetition repetition, OutputStream out)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("verdict", report.verdict());
      json.writeStringField("run", report.tape().directory().toString());
      json.writeNumberField("exit_status", report.exitStatus());
      json.writeNumberField("recorded_ms", report.recordedNanos() / 1_000_000);
      json.writeNumberField("replayed_ms", report.replayedNanos() / 1_000_000);
      if (repetition != null) {
        repetition(json, repetition);
      }
      json.writeNumberField("events", report.tape().events());
      json.writeBooleanField("complete", report.tape().complete());
      Outcome outcome = report.outcome();
      if (outcome != null) {
        json.writeNumberField("consumed", outcome.consumed());
        strings(json, "left_over", outcome.leftovers());
        strings(json, "not_kept", outcome.notKept());
        json.writeStringField("deadlock", outcome.deadlock());
        Divergence divergence = outcome.divergence();
        Evidence evidence = report.evidence();
        if (divergence != null && evidence != null) {
          json.writeObjectFieldStart("divergence");
          divergence(json, report, divergence, evidence);
          json.writeEndObject();
        }
      }
      json.writeEndObject();
    }
  }

  private static void repetition(JsonGenerator json, Repetition repetition) throws IOException {
    json.writeNumberField("replays", repetition.count());
    json.writeArrayFieldStart("diverged_replays");
    for (int number : repetition.diverged()) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void divergence(
      JsonGenerator json, ReplayReport report, Divergence divergence, Evidence evidence)
      throws IOException {
    json.writeStringField("reason", divergence.reason());
    json.writeStringField("detail", divergence.detail());
    json.writeStringField("lane", divergence.laneName());
    json.writeNumberField("ordinal", divergence.ordinal());
    json.writeNumberField("seq", evidence.seq());
    json.writeStringField("phase", divergence.phase());
    json.writeObjectFieldStart("asked");
    json.writeStringField("kind", divergence.asked().kind());
    json.writeStringField("question", divergence.asked().question());
    json.writeStringField("site", divergence.asked().site());
    json.writeStringField("thread", divergence.asked().thread());
    strings(json, "stack", divergence.asked().stack());
    json.writeEndObject();
    json.writeObjectFieldStart("tape");
    json.writeStringField("kind", divergence.expected().kind());
    json.writeStringField("question", divergence.expected().question());
    json.writeStringField("site", divergence.expected().site());
    json.writeStringField("outcome", divergence.expected().outcome());
    json.writeEndObject();
    strings(json, "differences", RequestDifference.of(report.tape(), divergence));
    json.writeStringField("end_recorded", divergence.endRecorded());
    json.writeStringField("end_replayed", divergence.endReplayed());
    before(json, report, evidence);
    strings(json, "changed_classes", evidence.changedClasses());
    LikelyCause likely = LikelyCause.of(divergence, evidence);
    json.writeStringField("likely_cause", likely.cause());
    json.writeStringField("to_do", DivergenceText.withSeq(likely.remedy(), evidence));
  }

  private static void before(JsonGenerator json, ReplayReport report, Evidence evidence)
      throws IOException {
    RecordJson records = new RecordJson(report.tape());
    json.writeArrayFieldStart("before");
    for (Event event : evidence.before()) {
      records.write(json, event);
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
