package dev.tapedeck.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.tape.Payload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Given a file whose content a tape holds as a whole, it is read in whatever pieces, and written to, as one on disk. */
class ForeignFileTest {
  private final ForeignFile file = new ForeignFile("/a", null, 0, 0);

  @Test
  void itIsReadInPiecesFromWhereItStands() {
    file.holds("abcdef".getBytes(UTF_8));
    assertThat(text(file.read(-1, 4))).isEqualTo("abcd");
    assertThat(text(file.read(1, 2))).as("from a position").isEqualTo("bc");
    assertThat(file.place()).isEqualTo(4);
    assertThat(text(file.read(-1, 0))).isEmpty();
    assertThat(text(file.read(-1, 100))).isEqualTo("ef");
    assertThat(file.read(-1, 1)).as("at the end").isNull();
    file.goTo(100);
    assertThat(file.read(-1, 1)).as("behind it").isNull();
  }

  @Test
  void linesEndAsLinesDo() {
    file.holds("a\r\nb\rc\n\nd".getBytes(UTF_8));
    StringBuilder lines = new StringBuilder();
    for (Payload line = file.line(); line != null; line = file.line()) {
      lines.append(text(line)).append('|');
    }
    assertThat(lines).hasToString("a|b|c||d|");
  }

  @Test
  void aLineMayBeLongAndEndWhereAPieceDoes() {
    for (int length : new int[] {8191, 8192, 20000}) {
      file.goTo(0);
      file.holds(("a".repeat(length) + "\r\nb").getBytes(UTF_8));
      assertThat(text(file.line())).hasSize(length);
      assertThat(text(file.line())).isEqualTo("b");
      assertThat(file.line()).isNull();
    }
  }

  @Test
  void whatIsMappedBehindItsEndIsZero() {
    file.holds("abc".getBytes(UTF_8));
    assertThat(file.mapped(2, 3).bytes()).containsExactly('c', 0, 0);
    assertThat(file.mapped(9, 1).bytes()).containsExactly(0);
  }

  @Test
  void whatIsWrittenMakesItLonger() {
    file.writes(-1, 3);
    file.writes(-1, 2);
    assertThat(file.length()).isEqualTo(5);
    file.writes(1, 2);
    assertThat(file.length()).isEqualTo(5);
    assertThat(file.place()).isEqualTo(5);
    file.writes(10, 1);
    assertThat(file.length()).isEqualTo(11);
  }

  private static @Nullable String text(@Nullable Payload bytes) {
    return bytes == null ? null : new String(bytes.bytes(), UTF_8);
  }
}
