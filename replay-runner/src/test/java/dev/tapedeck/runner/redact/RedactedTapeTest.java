package dev.tapedeck.runner.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapedeck.runner.TapeFixture;
import dev.tapedeck.runner.json.CasSink;
import dev.tapedeck.runner.json.JsonTape;
import dev.tapedeck.runner.json.Selection;
import dev.tapedeck.runner.portable.RandomTape;
import dev.tapedeck.runner.speech.Trouble;
import dev.tapedeck.tape.Header;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a tape with something that not everybody may see, when it is redacted, then a copy lacks that alone. */
class RedactedTapeTest {

  @TempDir
  Path directory;

  @Test
  void payloadsOfAKind() throws IOException {
    String lines = redacted(rules(List.of("file_read"), List.of(), List.of()), 1);
    assertThat(lines).contains("\"text\":\"***\"").doesNotContain("a;b").contains("/data/in.csv");
    assertThat(lines).contains("\"redactions\":[\"payloads of file_read\"]");
  }

  @Test
  void aFieldWhereverItIs() throws IOException {
    String lines = redacted(rules(List.of(), List.of("path"), List.of()), 3);
    assertThat(lines).contains("\"path\":\"************\"").contains("a;b");
  }

  /** In header, events, failures and crash, and in every file of the new tape. */
  @Test
  void whatMatchesIsNowhere() throws IOException {
    String lines =
        redacted(rules(List.of(), List.of(), List.of("in\\.csv", "gone", "[b]oom", "x{9}")), 561);
    assertThat(lines)
        .doesNotContain("in.csv")
        .doesNotContain("gone")
        .doesNotContain("boom")
        .contains("/data/******")
        .contains("\"redactions\":[\"what matches a pattern\"]");
    try (Stream<Path> files = Files.walk(directory.resolve("redacted"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file.toString())
            .doesNotContain("gone.csv")
            .doesNotContain("boom")
            .doesNotContain("x".repeat(9));
      }
    }
  }

  /** A replay needs them, whatever they look like. */
  @Test
  void numbersOfOursStay() throws IOException {
    try (TapeReader tape = TapeFixture.open(directory.resolve("recorded"))) {
      RedactedTape.Made made = RedactedTape.write(
          tape, rules(List.of(), List.of(), List.of("[0-9]+")), directory.resolve("redacted"));
      try (TapeReader copy = TapeReader.open(made.run())) {
        assertThat(copy.header().number(Header.PROCESSORS, 0)).isEqualTo(3);
        assertThat(copy.header().text(Header.JVM_VERSION)).isEqualTo("17.0.1");
        assertThat(copy.header().number(Header.STARTED_AT_NANOS, 0))
            .isEqualTo(tape.header().number(Header.STARTED_AT_NANOS, 1));
      }
    }
  }

  @Test
  void ofChosenEventsOnly() throws IOException {
    String lines = redacted(rules(List.of("file_open"), List.of(), List.of("data")), 2);
    assertThat(lines).contains("/data/in.csv").contains("/****/gone.csv");
  }

  /** Tapes with every kind: without anything to remove the copy says the same, and the original is as it was. */
  @Test
  void allElseStays() throws IOException {
    for (long seed = 0; seed < 10; seed++) {
      Path run = RandomTape.write(directory.resolve("recorded" + seed), seed);
      try (TapeReader tape = TapeReader.open(run)) {
        String before = lines(tape);
        RedactedTape.Made made = RedactedTape.write(
            tape,
            rules(List.of(), List.of(), List.of("found on no tape")),
            directory.resolve("copy" + seed));
        assertThat(made.places()).isZero();
        try (TapeReader copy = TapeReader.open(made.run())) {
          assertThat(afterHeader(lines(copy))).isEqualTo(afterHeader(before));
        }
        assertThat(lines(tape)).isEqualTo(before);
      }
    }
  }

  @Test
  void whatCannotBeMeantIsSaid() {
    try (TapeReader tape = TapeFixture.open(directory)) {
      assertThatThrownBy(() -> rules(List.of(), List.of(), List.of()).check(tape))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("say what to remove");
      assertThatThrownBy(() -> rules(List.of(), List.of("pth"), List.of()).check(tape))
          .hasMessageContaining("pth");
      assertThatThrownBy(() -> rules(List.of("file_raed"), List.of(), List.of()).check(tape))
          .hasMessageContaining("file_read");
      assertThatThrownBy(() -> RedactedTape.write(
              tape, rules(List.of(), List.of(), List.of("(")), directory.resolve("never")))
          .hasMessageContaining("regular expression");
    }
  }

  private String redacted(Rules rules, long places) throws IOException {
    try (TapeReader tape = TapeFixture.open(directory.resolve("recorded"))) {
      rules.check(tape);
      RedactedTape.Made made = RedactedTape.write(tape, rules, directory.resolve("redacted"));
      assertThat(made.places()).isEqualTo(places);
      try (TapeReader copy = TapeReader.open(made.run())) {
        assertThat(copy.complete()).isTrue();
        assertThat(copy.events()).isEqualTo(tape.events());
        assertThat(copy.header().text(Header.RUN_ID)).isEqualTo(tape.header().text(Header.RUN_ID));
        return lines(copy);
      }
    }
  }

  private static Rules rules(List<String> kinds, List<String> fields, List<String> patterns) {
    return new Rules(new Selection(List.of(), kinds, List.of()), fields, patterns);
  }

  private static String lines(TapeReader tape) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonTape.whole(tape, CasSink.NONE).write(out);
    return out.toString(UTF_8);
  }

  /** The last line has the digest of all above. */
  private static List<String> afterHeader(String lines) {
    List<String> all = lines.lines().toList();
    return all.subList(1, all.size() - 1);
  }
}
