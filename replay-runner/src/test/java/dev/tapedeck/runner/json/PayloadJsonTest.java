package dev.tapedeck.runner.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tapedeck.tape.Payload;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class PayloadJsonTest {
  @Test
  void theHashOfNothingIsThatOfBlake3() {
    assertThat(PayloadJson.HASH_OF_NOTHING)
        .isEqualTo("af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262");
  }

  @Test
  void textOf4096BytesStaysInTheLine() throws Exception {
    assertThat(json("x".repeat(4096).getBytes(UTF_8)))
        .contains("\"text\":\"xxx")
        .doesNotContain("len_bytes");
  }

  @Test
  void textOf4097BytesDoesNot() throws Exception {
    assertThat(json("x".repeat(4097).getBytes(UTF_8)))
        .doesNotContain("\"text\"")
        .contains("\"len_bytes\":4097");
  }

  @Test
  void bytesThatAreNoTextHaveALength() throws Exception {
    assertThat(json(new byte[] {(byte) 0xC3, 0x28}))
        .doesNotContain("\"text\"")
        .contains("\"len_bytes\":2");
  }

  @Test
  void textIsKeptCharacterByCharacter() throws Exception {
    assertThat(json("a\u0000\n\"\u20AC".getBytes(UTF_8)))
        .contains("\"text\":\"a\\u0000\\n\\\"\u20AC\"");
  }

  private static String json(byte[] bytes) throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      PayloadJson.write(TapeJson.shown(json), Payload.of(bytes));
    }
    return text.toString(UTF_8);
  }
}
