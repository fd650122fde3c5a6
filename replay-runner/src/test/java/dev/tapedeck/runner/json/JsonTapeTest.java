package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.TapeFixture;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a run, the lines that version 1 wants, to the letter and in order, and ours behind them. */
class JsonTapeTest {
  private static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  @TempDir
  Path base;

  @Test
  void theHeaderComesFirst() throws Exception {
    assertThat(lines(ALL).get(0))
        .matches(
            "\\{\"type\":\"header\",\"version\":1,\"harn_version\":\"tapedeck/0.1.0\","
                + "\"started_at_unix_ms\":\\d+,\"script_path\":\"com.acme.Job\",\"argv\":\\[\"--fast\",\"in.csv\"],.*}")
        .contains(
            "\"redacted\":[\"API_KEY\"]",
            "\"processors\":3",
            "\"system_properties\":{\"user.language\":\"en\"}");
  }

  @Test
  void clocksHaveTheirSourceAndMilliseconds() throws Exception {
    List<String> lines = lines(ALL);
    assertThat(lines.get(1))
        .startsWith(
            "{\"type\":\"record\",\"seq\":0,\"phase\":\"user_script\",\"virtual_time_ms\":1700000000123,\"monotonic_ms\":")
        .contains(
            "\"kind\":{\"kind\":\"clock_read\",\"source\":\"wall\",\"value_ms\":1700000000123}")
        .endsWith(",\"lane\":\"0\",\"ordinal\":0,\"site\":\"com.acme.Job.run:41\"}");
    assertThat(lines.get(2))
        .contains("\"kind\":{\"kind\":\"clock_read\",\"source\":\"monotonic\",\"value_ms\":")
        .contains("\"value_ns\":");
    assertThat(lines.get(3))
        .contains(
            "{\"kind\":\"clock_read\",\"source\":\"wall\",\"value_ms\":1700000000123,\"value_ns\":1700000000123456789}");
  }

  @Test
  void sleepsHaveMilliseconds() throws Exception {
    assertThat(lines(ALL).get(4))
        .contains("{\"kind\":\"clock_sleep\",\"duration_ms\":1500,\"duration_ns\":1500000000}");
  }

  @Test
  void otherKindsHaveTheirQuestionAndAnswer() throws Exception {
    assertThat(lines(ALL).get(5)).contains("{\"kind\":\"random\",\"what\":\"seed\",\"value\":-7}");
  }

  @Test
  void fileReadsHaveAHashAndALength() throws Exception {
    String hash = Blake3.of("a;b".getBytes(UTF_8));
    assertThat(lines(ALL).get(6))
        .contains("{\"kind\":\"file_read\",\"path\":\"/data/in.csv\",\"content_hash\":\"" + hash
            + "\",\"len_bytes\":3,"
            + "\"what\":\"read\",\"position\":0,\"length\":8192,\"count\":3,"
            + "\"payload\":{\"content_hash\":\"" + hash + "\",\"text\":\"a;b\"}}")
        .contains("\"site\":\"com.acme.Job$Step.read\"");
  }

  @Test
  void fileWritesHaveTheChecksumOfWhatIsNotOnTheTape() throws Exception {
    assertThat(lines(ALL).get(9))
        .contains(
            "{\"kind\":\"file_write\",\"path\":\"/data/out.csv\",\"content_hash\":\"crc32c:c0ffee\","
                + "\"len_bytes\":3,\"what\":\"write\",\"position\":0,\"count\":3}");
  }

  @Test
  void aFailureIsTheError() throws Exception {
    assertThat(lines(ALL).get(7))
        .contains("{\"kind\":\"file_open\",\"path\":\"/data/gone.csv\",\"how\":\"read\"}")
        .contains(
            "\"error\":{\"class\":\"java.io.FileNotFoundException\",\"message\":\"/data/gone.csv\",\"frames\":[");
  }

  @Test
  void longTextIsNamedByItsHash() throws Exception {
    assertThat(lines(ALL).get(8))
        .contains("\"stream\":\"stdout\",\"payload\":{\"content_hash\":\"")
        .contains("\"len_bytes\":5000}");
  }

  @Test
  void theEndComesLastWithTheDigestOfAllAbove() throws Exception {
    List<String> lines = lines(ALL);
    String last = lines.get(lines.size() - 1);
    String above = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    assertThat(last)
        .startsWith("{\"type\":\"record\",\"seq\":9,")
        .contains(
            "{\"kind\":\"run_end\",\"records\":9,\"digest\":\"" + Blake3.of(above.getBytes(UTF_8))
                + "\",\"clean\":true,\"exit_code\":1,\"crash\":{\"thread\":\"main\",\"failure\":{"
                + "\"class\":\"java.lang.IllegalStateException\"")
        .contains("\"cause\":{\"class\":\"java.io.FileNotFoundException\"");
  }

  @Test
  void aKilledRunHasAnEndThatSaysSo() throws Exception {
    List<String> lines = lines(ALL, TapeFixture.write(base, true));
    assertThat(lines.get(lines.size() - 1))
        .contains("\"kind\":\"run_end\",\"records\":9,")
        .contains("\"clean\":false,\"exit_code\":null,\"crash\":null,\"problems\":[\"");
  }

  @Test
  void whatIsSelectedKeepsItsPlace() throws Exception {
    assertThat(lines(
            new Selection(List.of("0"), List.of("random", "file_read"), List.of("Job.java:41"))))
        .hasSize(3)
        .element(1)
        .asString()
        .contains("\"seq\":4,");
  }

  @Test
  void anUnknownKindIsNamedWithTheNearest() {
    assertThatThrownBy(() -> lines(new Selection(List.of(), List.of("clock_raed"), List.of())))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("'clock_read'");
  }

  private List<String> lines(Selection selection) throws Exception {
    return lines(selection, TapeFixture.write(base, false));
  }

  private static List<String> lines(Selection selection, Path run) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TapeReader tape = TapeReader.open(run)) {
      selection.check(tape);
      JsonTape.of(tape, selection).write(out);
    }
    assertThat(out.toString(UTF_8)).endsWith("}\n");
    return out.toString(UTF_8).lines().toList();
  }
}
