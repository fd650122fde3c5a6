package dev.tapedeck.runner.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.http.ExchangeTape;
import dev.tapedeck.tape.Fields;
import dev.tapedeck.tape.TapeReader;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given a request that is another than the recorded one, the report says in which fields. */
class RequestDifferenceTest {
  @TempDir
  Path base;

  @Test
  void fieldsOfJsonAreCompared() {
    assertThat(
            differences(
                "{\"model\":\"m\",\"messages\":[{\"content\":\"pear\"}],\"n\":1,\"old\":true}",
                "{\"model\":\"m\",\"messages\":[{\"content\":\"plum\"},{\"content\":\"fig\"}],\"n\":2}"))
        .containsExactly(
            "messages[0].content: recorded \"pear\", now \"plum\"",
            "messages[1]: not recorded, now {\"content\":\"fig\"}",
            "n: recorded 1, now 2",
            "old: recorded true, now missing");
  }

  @Test
  void whatIsNotJsonIsLeftToTheText() {
    assertThat(differences("{\"a\":1}", "a=1")).isEmpty();
    assertThat(differences("one", "two")).isEmpty();
  }

  private List<String> differences(String recorded, String now) {
    TapeReader tape =
        new ExchangeTape(base).asked("http://h/", recorded, "text/plain").read();
    Divergence divergence = Divergence.of(new Fields()
        .put("reason", "question")
        .put("lane", 0)
        .put("ordinal", 0)
        .put("asked_body", Base64.getEncoder().encodeToString(now.getBytes(UTF_8))));
    return RequestDifference.of(tape, divergence);
  }
}
