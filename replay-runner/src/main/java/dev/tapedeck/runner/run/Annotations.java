package dev.tapedeck.runner.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tapedeck.runner.speech.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people have noted on events of a run: lines of JSON in a file beside the tape, which itself is never changed. In
 * a run directory that is {@code annotations.jsonl}, else {@code FILE.annotations.jsonl}.
 */
public final class Annotations {
  private static final String NAME = "annotations.jsonl";
  private static final ObjectMapper LINES = new ObjectMapper();

  private final Map<Long, List<String>> bySeq = new HashMap<>();

  private Annotations() {}

  /** Those beside a run directory's tape or a portable tape; none where nobody noted anything. */
  public static Annotations of(Path run) {
    Annotations annotations = new Annotations();
    Path file = fileOf(run);
    if (!Files.exists(file)) {
      return annotations;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          annotations.add(lines.get(i), file + ":" + (i + 1));
        }
      }
    } catch (IOException e) {
      throw new Trouble("cannot read " + file + ": " + e, e);
    }
    return annotations;
  }

  /** Adds one, at the end of the file. */
  public static void add(Path run, long seq, String text) {
    Path file = fileOf(run);
    try {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
        json.writeStartObject();
        json.writeNumberField("seq", seq);
        json.writeStringField("at", Instant.now().toString());
        json.writeStringField("text", text);
        json.writeEndObject();
      }
      line.append('\n');
      Files.write(
          file,
          line.toString().getBytes(UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Trouble("cannot write " + file + ": " + e, e);
    }
  }

  /** Notes on the copy of a run what is noted on the run, behind what is noted there; the number of an event is the same. */
  public static void copy(Path run, Path copy) throws IOException {
    Path notes = fileOf(run);
    if (Files.exists(notes)) {
      try (OutputStream out = Files.newOutputStream(
          fileOf(copy), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        Files.copy(notes, out);
      }
    }
  }

  /** On the event of that number, in the order in which they were added. */
  public List<String> on(long seq) {
    return bySeq.getOrDefault(seq, List.of());
  }

  /** How many there are. */
  public long count() {
    return bySeq.values().stream().mapToLong(List::size).sum();
  }

  private void add(String line, String place) {
    try {
      JsonNode annotation = LINES.readTree(line);
      if (annotation.path("seq").canConvertToLong() && annotation.path("text").isTextual()) {
        bySeq
            .computeIfAbsent(annotation.path("seq").asLong(), seq -> new ArrayList<>())
            .add(annotation.path("text").asText());
        return;
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw new Trouble(place + ": the line is no annotation");
  }

  /** Where they are noted, whether somebody did or not. */
  public static Path fileOf(Path run) {
    return Files.isDirectory(run)
        ? run.resolve(NAME)
        : run.resolveSibling(run.getFileName() + "." + NAME);
  }
}
