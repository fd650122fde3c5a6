package dev.tapedeck.runner.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import dev.tapedeck.tape.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a tape: to be looked at, or whole, so that a tape can be made of them again.
 *
 * <p>A Java string need not be valid Unicode, and a text of version 1 is never null. Where one is not what the line
 * shows, a whole line ends with {@code exact}: by JSON pointer, what it is, as UTF-16 in hex, or null.
 */
final class TapeJson extends JsonGeneratorDelegate {
  /** Lines end with a newline, and nothing else is between them. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().rootValueSeparator((String) null).build();

  private final CasSink cas;
  private final boolean whole;
  private final Map<String, @Nullable String> exact = new LinkedHashMap<>();

  private TapeJson(JsonGenerator json, CasSink cas, boolean whole) {
    super(json);
    this.cas = cas;
    this.whole = whole;
  }

  /** For people and programs that look at it. */
  static TapeJson shown(JsonGenerator json) {
    return new TapeJson(json, CasSink.NONE, false);
  }

  /** For people and programs that look at it, a line each. */
  static TapeJson shown(OutputStream out) throws IOException {
    return shown(lines(out));
  }

  /** With all that is needed to make a tape of it. */
  static TapeJson whole(OutputStream out, CasSink cas) throws IOException {
    return new TapeJson(lines(out), cas, true);
  }

  private static JsonGenerator lines(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    return json;
  }

  boolean isWhole() {
    return whole;
  }

  void spill(String hash, List<Payload> pieces) throws IOException {
    cas.keep(hash, pieces);
  }

  /** A text that version 1 wants also where there is none. */
  void writeText(@Nullable String text, String otherwise) throws IOException {
    if (text != null) {
      writeString(text);
      return;
    }
    super.writeString(otherwise);
    exact.put(pointer(), null);
  }

  @Override
  public void writeString(@Nullable String text) throws IOException {
    if (text == null) {
      writeNull();
      return;
    }
    if (Utf16.isUnicode(text)) {
      super.writeString(text);
      return;
    }
    super.writeString(Utf16.shown(text));
    exact.put(pointer(), Utf16.hex(text));
  }

  /** A name that is no valid Unicode is shown only: who needs it to the letter writes it as a text. */
  @Override
  public void writeFieldName(String name) throws IOException {
    super.writeFieldName(Utf16.isUnicode(name) ? name : Utf16.shown(name));
  }

  /** Ends the object that is a line. */
  void writeEndOfLine() throws IOException {
    if (whole && !exact.isEmpty()) {
      writeFieldName("exact");
      writeStartObject();
      for (Map.Entry<String, @Nullable String> text : exact.entrySet()) {
        writeFieldName(text.getKey());
        super.writeString(text.getValue());
      }
      writeEndObject();
    }
    exact.clear();
    writeEndObject();
    writeRaw('\n');
  }

  private String pointer() {
    return getOutputContext().pathAsPointer().toString();
  }
}
