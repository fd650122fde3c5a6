package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Texts, lists and maps, in order. */
final class FieldsTest {

  private final Map<String, String> map = new LinkedHashMap<>();

  @Test
  @DisplayName("What was put is read, in its order")
  void roundTrip() {
    map.put("z", "1");
    map.put("a", "");
    Fields fields = new Fields()
        .put("text", "a\u20ac\ud83d\ude00\udc00")
        .put("number", -5)
        .put("list", List.of("x", "", "é"))
        .put("map", map);

    Fields read = Fields.decode(fields.encode());

    assertThat(read.keys()).containsExactly("text", "number", "list", "map");
    assertThat(read.text("text")).isEqualTo("a\u20ac\ud83d\ude00\udc00");
    assertThat(read.number("number", 0)).isEqualTo(-5);
    assertThat(read.list("list")).containsExactly("x", "", "é");
    assertThat(read.map("map").entrySet()).containsExactlyElementsOf(map.entrySet());
    assertThat(read.text("list")).isNull();
    assertThat(read.list("none")).isEmpty();
    assertThat(read.number("text", 7)).isEqualTo(7);
  }

  @Test
  @DisplayName("Bytes that are cut or changed never bring down the reader")
  void damaged() {
    map.put("key", "value");
    byte[] bytes =
        new Fields().put("text", "x").put("list", List.of("y")).put("map", map).encode();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Fields.decode(cut)).isInstanceOf(TapeException.class);
    }
    for (int at = 0; at < bytes.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        try {
          Fields.decode(changed);
        } catch (TapeException word) {
          assertThat(word).hasMessageContaining("damaged");
        }
      }
    }
  }
}
