package dev.tapedeck.runner.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapedeck.runner.series.Printed.Difference;
import dev.tapedeck.tape.TapeReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamComparisonTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @TempDir
  Path directory;

  @Test
  void theSameInTheSameOrder() {
    Printed printed = stdout(
        "first\nsecond\nthird\n",
        "0:stdout:first\n",
        "1:stdout:second\n",
        "1:stderr:elsewhere\n",
        "0:stdout:third\n");
    assertThat(printed.difference()).isNull();
    assertThat(shown.toString(UTF_8)).isEqualTo("first\nsecond\nthird\n");
  }

  @Test
  void anotherOrderOfTheLanes() {
    Printed printed = stdout(
        "first\nthird\nsecond\n", "0:stdout:first\n", "1:stdout:second\n", "0:stdout:third\n");
    assertThat(printed.difference()).isEqualTo(new Difference(6, 2, "second", "third"));
    assertThat(shown.toString(UTF_8)).as("all of it is shown").endsWith("second\n");
  }

  @Test
  void theLineSoFarIsShownWhereItDiffersLater() {
    Printed printed = stdout("value 42 is it\n", "0:stdout:value 41 is it\n");
    assertThat(printed.difference())
        .isEqualTo(new Difference(7, 1, "value 41 is it", "value 42 is it"));
  }

  @Test
  void lessThanRecorded() {
    Printed printed = stdout("first\n", "0:stdout:first\n", "0:stdout:second\n");
    assertThat(printed.difference()).isEqualTo(new Difference(6, 2, "second", ""));
  }

  @Test
  void whatChildrenSayOnTheSameStream() {
    assertThat(stdout("a\nb\nc\n", "0:stdout:a\n", "child:stdout:b\n", "0:stdout:c\n")
            .difference())
        .isNull();
  }

  @Test
  void wordsThatAreOnNoTape() {
    Printed one = stdout("[gc] 1 ms\na\nb\n", "0:stdout:a\n", "0:stdout:b\n");
    Printed other = stdout("a\n[gc] 2 ms\nb\n", "0:stdout:a\n", "0:stdout:b\n");
    assertThat(one.difference()).isNull();
    assertThat(other.difference()).isNull();
    assertThat(one.sameAs(other)).isFalse();
    assertThat(one.sameAs(stdout("[gc] 1 ms\na\nb\n", "0:stdout:a\n", "0:stdout:b\n")))
        .isTrue();
  }

  @Test
  void moreThanAPiece() {
    String much = "0123456789abcde\n".repeat(20_000);
    assertThat(stdout(much, "0:stdout:" + much).difference()).isNull();
    String other = much.substring(0, 300_000) + "!" + much.substring(300_001);
    assertThat(stdout(other, "0:stdout:" + much).difference())
        .isEqualTo(new Difference(300_000, 18_751, "0123456789abcde", "!123456789abcde"));
  }

  @Test
  void goesOnWhereNobodyReadsAnyMore() {
    OutputStream closed = new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
    assertThat(compare("a\nb\n", closed, "0:stdout:a\n", "0:stdout:c\n").difference())
        .isEqualTo(new Difference(2, 2, "c", "b"));
  }

  private Printed stdout(String replayed, String... recorded) {
    return compare(replayed, shown, recorded);
  }

  private Printed compare(String replayed, OutputStream to, String... recorded) {
    try (TapeReader tape = OutputTape.of(directory, recorded)) {
      PrintedBytes bytes = new PrintedBytes(new ByteArrayInputStream(replayed.getBytes(UTF_8)), to);
      return StreamComparison.of("stdout", bytes, tape);
    }
  }
}
