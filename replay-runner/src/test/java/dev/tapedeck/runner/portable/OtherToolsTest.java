package dev.tapedeck.runner.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.TapeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given lines of version 1 that another tool wrote, they load as they are, and what is no such line is said. */
class OtherToolsTest {
  private static final String HASH =
      "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"; // of "abc"
  private static final String HEADER = "{\"type\":\"header\",\"version\":1,"
      + "\"harn_version\":\"harn/0.3.1\",\"started_at_unix_ms\":1700000000000,"
      + "\"script_path\":\"job.harn\",\"argv\":[\"x\"]}\n";
  private static final String CLOCK = "{\"type\":\"record\",\"seq\":0,\"phase\":\"user_script\","
      + "\"virtual_time_ms\":5,\"monotonic_ms\":0,\"kind\":{\"kind\":\"clock_read\","
      + "\"source\":\"wall\",\"value_ms\":5}}\n";
  private static final String FILE = "{\"type\":\"record\",\"seq\":1,\"phase\":\"user_script\","
      + "\"virtual_time_ms\":5,\"monotonic_ms\":0,\"kind\":{\"kind\":\"file_read\",\"path\":\"/a\","
      + "\"content_hash\":\"" + HASH + "\",\"len_bytes\":3}}\n";
  private static final String UNKNOWN = "{\"type\":\"record\", \"seq\":2,\"phase\":\"user_script\","
      + "\"virtual_time_ms\":5,\"monotonic_ms\":0,\"kind\":{\"x\":[1,{\"y\":2.50}],\"kind\":\"quantum\"}}\n";

  @TempDir
  Path directory;

  @Test
  void whatIsReadIsWrittenBackUnchangedWithItsBytes() throws IOException {
    Path tape = tape(HEADER + CLOCK + "\n  \r\n" + FILE + UNKNOWN);
    Path cas = Files.createDirectories(directory.resolve("x.tape.cas"));
    Files.writeString(cas.resolve(HASH), "abc");
    Path zip = directory.resolve("x.tape.zip");
    try (OpenedTape opened = OpenedTape.open(tape)) {
      assertThat(opened.reader().problems()).isEmpty();
      PortableTape.pack(opened.reader(), List.of(), zip);
    }
    Path run = PortableTape.unpack(zip, directory.resolve("unpacked"));
    Path again = directory.resolve("again.tape");
    try (TapeReader reader = TapeReader.open(run)) {
      PortableTape.writeLines(reader, again);
    }
    assertThat(again).hasContent(HEADER + CLOCK + FILE + UNKNOWN);
    assertThat(directory.resolve("again.tape.cas").resolve(HASH)).hasContent("abc");
  }

  @Test
  void whatDoesNotReplayIsSaidByRecordAndReason() throws IOException {
    try (OpenedTape opened = OpenedTape.open(tape(HEADER + CLOCK + "\n" + FILE + UNKNOWN))) {
      assertThatThrownBy(opened::toReplay)
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("2 records are not whole")
          .hasMessageContaining(
              "seq 1, file_read /a: its 3 bytes are not there, or others: " + HASH)
          .hasMessageContaining("seq 2, quantum: version 1 does not know its kind");
    }
  }

  @Test
  void ofMoreThanTenTheFirstAreNamed() throws IOException {
    String many = "";
    for (int i = 0; i < 12; i++) {
      many += UNKNOWN.replace("\"seq\":2", "\"seq\":" + i);
    }
    try (OpenedTape opened = OpenedTape.open(tape(HEADER + many))) {
      assertThatThrownBy(opened::toReplay)
          .hasMessageContaining("12 records are not whole")
          .hasMessageContaining("seq 9, quantum: ")
          .hasMessageContaining("and 2 more")
          .message()
          .doesNotContain("seq 10");
    }
  }

  @Test
  void bytesThatAreNotThereAreSaid() throws IOException {
    String spawn = "{\"type\":\"record\",\"seq\":0,\"phase\":\"user_script\",\"virtual_time_ms\":5,"
        + "\"monotonic_ms\":0,\"kind\":{\"kind\":\"process_spawn\",\"program\":\"ls\",\"args\":[],"
        + "\"cwd\":\"/\",\"exit_code\":0,\"duration_ms\":3,\"stdout_payload\":{\"content_hash\":\""
        + HASH + "\",\"len_bytes\":3},\"stderr_payload\":null}}\n";
    try (OpenedTape opened = OpenedTape.open(tape(HEADER + spawn))) {
      assertThatThrownBy(opened::toReplay)
          .hasMessageContaining(
              "seq 0, process_spawn: its 3 bytes are not there, or others: " + HASH);
      assertThat(opened.reader().problems())
          .containsExactly(directory.resolve("x.tape") + ":2: bytes are not there: " + HASH + ".");
    }
  }

  @Test
  void eachFaultHasItsOwnWordsAndItsLine() throws IOException {
    isRefused("", ":1: the tape is empty");
    isRefused(CLOCK, ":1: the first line is a record and should be the header");
    isRefused(HEADER + "\n" + HEADER, ":3: a second header");
    isRefused(
        HEADER.replace("\"version\":1", "\"version\":2"), ":1: the tape was written in version 2");
    isRefused(HEADER + "{\"type\":", ":2: the line does not parse");
    isRefused(HEADER + CLOCK.replace("}}", "}} {}"), ":2: the line does not parse");
    isRefused(HEADER + "[]", ":2: the line is no JSON object");
    isRefused(HEADER + CLOCK.replace("\"seq\":0,", ""), ":2: the record has no seq");
  }

  @Test
  void aLowerVersionLoads() throws IOException {
    try (OpenedTape opened =
        OpenedTape.open(tape(HEADER.replace("\"version\":1", "\"version\":0") + CLOCK))) {
      assertThat(opened.reader().events()).isEqualTo(1);
    }
  }

  @Test
  void recordsThatAreMissingAreSaid() throws IOException {
    try (OpenedTape opened = OpenedTape.open(tape(HEADER + CLOCK + UNKNOWN))) {
      assertThat(opened.reader().problems())
          .containsExactly(directory.resolve("x.tape") + ":3: record 2 stands where 1 is due.");
    }
  }

  private void isRefused(String lines, String why) throws IOException {
    Path tape = tape(lines);
    assertThatThrownBy(() -> OpenedTape.open(tape))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(tape + why);
  }

  private Path tape(String lines) throws IOException {
    return Files.writeString(directory.resolve("x.tape"), lines);
  }
}
