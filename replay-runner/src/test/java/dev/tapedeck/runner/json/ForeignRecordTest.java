package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.tape.Kind;
import dev.tapedeck.tape.Kinds;
import dev.tapedeck.tape.Payload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Given a record of another tool, it becomes what a program is told, or it says what it lacks for that. */
class ForeignRecordTest {
  private static final String HASH =
      "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"; // of "abc"
  private static final Map<String, Payload> ABC = Map.of(HASH, Payload.of("abc".getBytes(UTF_8)));

  @Test
  void clocksAndSleepsAreInNanoseconds() {
    isMade(
        "'clock_read','source':'wall','value_ms':5",
        Kinds.CLOCK_EPOCH_NANOS,
        List.of(),
        5_000_000L);
    isMade(
        "'clock_read','source':'wall','value_ms':5,'value_ns':5000001",
        Kinds.CLOCK_EPOCH_NANOS,
        List.of(),
        5_000_001L);
    isMade(
        "'clock_read','source':'monotonic','value_ms':5", Kinds.CLOCK_NANOS, List.of(), 5_000_000L);
    isMade("'clock_sleep','duration_ms':7", Kinds.SLEEP, List.of(7_000_000L));
    lacks("'clock_read','source':'sun','value_ms':5", "neither wall nor monotonic");
    lacks("'clock_read','source':'wall'", "'value_ms'");
  }

  @Test
  void bytesAreBesideTheTapeOrInTheLine() {
    String file = "'file_read','path':'/a','content_hash':'" + HASH + "','len_bytes':3";
    assertThat(bytes(made(file, ABC))).isEqualTo("abc");
    assertThat(bytes(made(file + ",'text':'abc'", Map.of()))).isEqualTo("abc");
    assertThat(
            bytes(made(file + ",'payload':{'content_hash':'" + HASH + "','text':'abc'}", Map.of())))
        .isEqualTo("abc");
    assertThatThrownBy(() -> made(file, Map.of()))
        .hasMessageContaining("its 3 bytes are not there");
    assertThatThrownBy(() -> made(file.replace(":3", ":4"), ABC))
        .hasMessageContaining("should be 4 and are 3");
    lacks(file + ",'text':'abd'", "not those that were recorded");
    lacks(
        "'file_read','path':'/a','content_hash':'sha1:77','len_bytes':3",
        "64 lowercase hex digits");
    assertThat(bytes(made(
            "'file_read','path':'/a','content_hash':'" + PayloadJson.HASH_OF_NOTHING
                + "','len_bytes':0",
            Map.of())))
        .isEmpty();
  }

  @Test
  void aProcessIsItsStartWhatItSaidAndItsEnd() {
    String child = "'process_spawn','program':'ls','args':['-l'],'cwd':'/','exit_code':2,"
        + "'duration_ms':3,'stdout_payload':{'content_hash':'" + HASH
        + "','len_bytes':3},'stderr_payload':null";
    List<ForeignRecord.Made> made = made(child, ABC);
    assertThat(made.stream().map(ForeignRecord.Made::kind))
        .containsExactly(
            Kinds.PROCESS_SPAWN, Kinds.PROCESS_READ, Kinds.PROCESS_READ, Kinds.PROCESS_WAIT);
    assertThat(made.get(0).question()).startsWith("ls", List.of("-l"), "/");
    assertThat(made.get(1).answer().get(0)).isEqualTo(3L);
    assertThat(made.get(2).answer().get(0)).isEqualTo(0L);
    assertThat(made.get(3).answer()).containsExactly(2L);
    lacks(
        child
            .replace("'exit_code':2", "'exit_code':null")
            .replace(HASH, PayloadJson.HASH_OF_NOTHING)
            .replace("'len_bytes':3", "'len_bytes':0"),
        "'exit_code'");
  }

  @Test
  void kindsOfOursAreReadAsWeWriteThem() {
    isMade(
        "'random','what':'initial seed','value':9", Kinds.RANDOM_LONG, List.of("initial seed"), 9L);
    isMade("'env_read','name':'HOME','value':'/h'", Kinds.ENV, List.of("HOME"), "/h", false);
    isMade(
        "'host_read','what':'a','argument':null,'values':['b']",
        Kinds.HOST_STRINGS,
        Arrays.asList("a", null),
        List.of("b"));
    lacks("'random','what':'initial seed'", "it says nothing of");
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    lacks("'llm_call','request_digest':'x','response':null", "neither where the request went");
    lacks("'quantum','spin':1", "version 1 does not know its kind");
    lacks("'env_read','name':'K','value':null,'redacted':true", "it is redacted");
    assertThatThrownBy(() -> ForeignRecord.of(
            LineParser.part("{\"kind\":{\"kind\":\"file_delete\",\"path\":\"/a\"},\"error\":{}}"),
            Map.of()))
        .hasMessageContaining("it failed");
  }

  private static void isMade(String record, Kind kind, List<?> question, Object... answer) {
    List<ForeignRecord.Made> made = made(record, Map.of());
    assertThat(made).hasSize(1);
    assertThat(made.get(0).kind()).isEqualTo(kind);
    assertThat(made.get(0).question()).isEqualTo(question);
    assertThat(made.get(0).answer()).containsExactly(answer);
  }

  private static void lacks(String record, String why) {
    assertThatThrownBy(() -> made(record, Map.of()))
        .isInstanceOf(NotWhole.class)
        .hasMessageContaining(why);
  }

  private static List<ForeignRecord.Made> made(String record, Map<String, Payload> payloads) {
    String line = "{\"seq\":0,\"kind\":{\"kind\":" + record.replace('\'', '"') + "}}";
    return ForeignRecord.of(LineParser.part(line), payloads);
  }

  private static String bytes(List<ForeignRecord.Made> made) {
    return new String(((Payload) made.get(0).answer().get(1)).bytes(), UTF_8);
  }
}
