package dev.tapedeck.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.runner.http.ExchangeSums;
import dev.tapedeck.runner.http.Exchanges;
import dev.tapedeck.runner.json.HeaderJson;
import dev.tapedeck.runner.llm.ModelApis;
import dev.tapedeck.runner.run.RunCounts;
import dev.tapedeck.runner.run.RunSize;
import dev.tapedeck.runner.run.RunSummary;
import dev.tapedeck.runner.run.Uncovered;
import dev.tapedeck.tape.ClassInfo;
import dev.tapedeck.tape.KeptMark;
import dev.tapedeck.tape.Note;
import dev.tapedeck.tape.RunEnd;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code info} tells, for programs. The header is that of {@code cat}. */
final class RunInfoJson {
  private RunInfoJson() {}

  static void write(Path run, TapeReader tape, OutputStream out) throws IOException {
    RunSummary summary = RunSummary.of(run, tape);
    RunCounts counts = RunCounts.of(tape);
    RunEnd end = tape.end();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("run", run.toString());
      json.writeBooleanField("kept", KeptMark.isOn(run));
      json.writeStringField("sealed_to", tape.sealedTo());
      json.writeNumberField("events", summary.events());
      json.writeNumberField("duration_ms", summary.nanos() / 1_000_000);
      json.writeNumberField(
          "bytes", Files.isDirectory(run) ? RunSize.bytes(run) : run.toFile().length());
      json.writeBooleanField("complete", summary.complete());
      json.writeStringField("how", end == null ? null : end.how());
      json.writeFieldName("exit_code");
      if (end == null) {
        json.writeNull();
      } else {
        json.writeNumber(end.exitCode());
      }
      json.writeStringField("crash", summary.crash());
      counts(json, "kinds", counts.kinds());
      bytes(json, counts.kinds());
      lanes(json, counts.lanes());
      counts(json, "sites", counts.sites());
      processes(json, counts.processes());
      if (!tape.isClosed()) {
        exchanges(json, tape);
        uncovered(json, tape);
      }
      oddities(json, tape);
      json.writeFieldName("header");
      HeaderJson.write(json, tape.header());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void counts(JsonGenerator json, String name, List<RunCounts.Count> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (RunCounts.Count count : counts) {
      json.writeNumberField(count.name(), count.events());
    }
    json.writeEndObject();
  }

  private static void bytes(JsonGenerator json, List<RunCounts.Count> kinds) throws IOException {
    json.writeObjectFieldStart("kind_bytes");
    for (RunCounts.Count kind : kinds) {
      if (kind.bytes() > 0) {
        json.writeNumberField(kind.name(), kind.bytes());
      }
    }
    json.writeEndObject();
  }

  private static void lanes(JsonGenerator json, List<RunCounts.LaneCount> lanes)
      throws IOException {
    json.writeArrayFieldStart("lanes");
    for (RunCounts.LaneCount count : lanes) {
      json.writeStartObject();
      json.writeStringField("lane", count.lane().name());
      json.writeStringField("thread", count.lane().threadName());
      json.writeNumberField("events", count.events());
      json.writeNumberField("bytes", count.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void processes(JsonGenerator json, Map<String, Integer> processes)
      throws IOException {
    json.writeObjectFieldStart("processes");
    for (Map.Entry<String, Integer> program : processes.entrySet()) {
      json.writeNumberField(program.getKey(), program.getValue());
    }
    json.writeEndObject();
  }

  private static void exchanges(JsonGenerator json, TapeReader tape) throws IOException {
    ExchangeSums sums = ExchangeSums.of(Exchanges.of(tape), ModelApis.known());
    json.writeObjectFieldStart("exchanges");
    json.writeNumberField("count", sums.exchanges());
    json.writeNumberField("failed", sums.failed());
    json.writeObjectFieldStart("servers");
    for (Map.Entry<String, Integer> host : sums.hosts().entrySet()) {
      json.writeNumberField(host.getKey(), host.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("models");
    for (Map.Entry<String, ExchangeSums.Model> model : sums.models().entrySet()) {
      json.writeStartObject();
      json.writeStringField("model", model.getKey());
      json.writeNumberField("calls", model.getValue().calls());
      json.writeNumberField("tokens_in", model.getValue().tokensIn());
      json.writeNumberField("tokens_out", model.getValue().tokensOut());
      json.writeNumberField("duration_ms", model.getValue().millis());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void uncovered(JsonGenerator json, TapeReader tape) throws IOException {
    json.writeObjectFieldStart("uncovered");
    for (Map.Entry<String, Integer> place : Uncovered.of(tape).entrySet()) {
      json.writeNumberField(place.getKey(), place.getValue());
    }
    json.writeEndObject();
  }

  private static void oddities(JsonGenerator json, TapeReader tape) throws IOException {
    json.writeArrayFieldStart("problems");
    for (String problem : tape.problems()) {
      json.writeString(problem);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (Note note : tape.notes()) {
      json.writeString(note.severity() + ": " + note.text());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("not_woven");
    for (ClassInfo info : tape.classes()) {
      if (!info.woven() && info.reason() != null) {
        json.writeStringField(info.name(), info.reason());
      }
    }
    json.writeEndObject();
  }
}
