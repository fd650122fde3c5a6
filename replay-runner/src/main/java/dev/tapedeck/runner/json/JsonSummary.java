package dev.tapedeck.runner.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tapedeck.runner.run.RunSummary;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.Header;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A run at a glance, from the first and the last of its lines. */
public final class JsonSummary {
  private static final long NS_PER_MS = 1_000_000;

  private JsonSummary() {}

  /** Reads to the end, but understands no more than the two lines. */
  public static RunSummary of(Path named, InputStream in) {
    JsonLines lines = new JsonLines(named.toString(), in);
    if (!lines.advance()) {
      throw new Trouble(lines.place() + ": the tape is empty");
    }
    HeaderReader header = HeaderReader.read(lines);
    byte[] last = new byte[0];
    long count = 0;
    for (; lines.advance(); count++) {
      last = Arrays.copyOf(lines.line(), lines.length());
    }
    return of(named, header, count, parsed(named, last));
  }

  private static RunSummary of(
      Path named, HeaderReader header, long lines, @Nullable JsonNode last) {
    Fields fields = header.fields();
    JsonNode end = last == null ? MissingNode.getInstance() : last.path("kind");
    boolean ended = end.path("kind").asText().equals(EndJson.KIND);
    Integer exitCode =
        ended && end.path("exit_code").isInt() ? end.path("exit_code").intValue() : null;
    String crash = ended ? end.path("crash").path("failure").path("class").asText(null) : null;
    boolean complete = ended ? end.path("clean").asBoolean() : !header.isOurs();
    return new RunSummary(
        named,
        fields.number(Header.STARTED_AT_UNIX_MS, 0),
        RunSummary.ended(exitCode, crash, complete),
        exitCode,
        crash,
        complete,
        ended ? lines - 1 : lines,
        last == null ? 0 : last.path("monotonic_ms").asLong() * NS_PER_MS,
        fields.text(Header.MAIN, "unknown"));
  }

  private static @Nullable JsonNode parsed(Path named, byte[] line) {
    JsonLines lines = new JsonLines(named + ", last line", new ByteArrayInputStream(line));
    return lines.advance() ? LineParser.object(lines) : null;
  }
}
