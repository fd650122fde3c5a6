package dev.tapedeck.boundary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Given fields that are secret, a body has none of their values, and is as long as it was. */
class JsonBodyTest {
  private final SecretFields fields = fields();

  private static SecretFields fields() {
    SecretFields fields = new Secrets(null, "*token;pin*", 7).fields();
    if (fields == null) {
      throw new AssertionError("there are some");
    }
    return fields;
  }

  private String hidden(String... pieces) {
    JsonBody body = new JsonBody(fields);
    StringBuilder shown = new StringBuilder();
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(ISO_8859_1);
      shown.append(new String(body.hide(bytes, 0, bytes.length), ISO_8859_1));
    }
    assertThat(shown).hasSameSizeAs(String.join("", pieces));
    return shown.toString();
  }

  @Test
  void aStringIsHidden() {
    assertThat(hidden("{\"user\": \"me\", \"token\" : \"a\\\"secret\", \"n\": 1}"))
        .startsWith("{\"user\": \"me\", \"token\" : \"")
        .endsWith("\", \"n\": 1}")
        .doesNotContain("secret");
  }

  @Test
  void aNumberStaysANumber() {
    assertThat(hidden("{\"pin\":-120034,\"n\":120}")).matches("\\{\"pin\":-[1-9]{6},\"n\":120}");
  }

  @Test
  void soDoWhatAnArrayHolds() {
    assertThat(hidden("{\"pins\":[\"secret one\", 4711, true],\"n\":[4711]}"))
        .matches("\\{\"pins\":\\[\"[0-9a-f]{10}\", [1-9]{4}, true],\"n\":\\[4711]}");
  }

  @Test
  void objectsAreJudgedByTheirFields() {
    String body = "{\"token\":{\"name\":\"a\",\"value\":[\"b\"]}}";
    assertThat(hidden(body)).isEqualTo(body);
  }

  @Test
  void whatComesInPiecesLeavesItsLength() {
    assertThat(hidden("data: {\"tok", "en\":\"a se", "cret\"}\n"))
        .isEqualTo("data: {\"token\":\"********\"}\n");
  }

  @Test
  void ofTheSameThereIsTheSame() {
    String once = hidden("{\"token\":\"a secret\"}");
    assertThat(hidden("[{\"token\":\"a secret\"}]")).contains(once);
    assertThat(hidden("{\"token\":\"a secrex\"}")).isNotEqualTo(once);
    assertThat(fields.without("x=a secret")).doesNotContain("a secret");
  }

  @Test
  void whatAReplayWasToldStandsForItself() {
    String told = "{\"token\":\"0123abcd\"}";
    new JsonBody(fields).told(told.getBytes(ISO_8859_1), 0, told.length());
    assertThat(hidden(told)).isEqualTo(told);
  }

  @Test
  void whatIsNoJsonPasses() {
    String text = "he said \"token\" and then\n\"nothing\": \"more\"";
    assertThat(hidden(text)).isEqualTo(text);
  }
}
