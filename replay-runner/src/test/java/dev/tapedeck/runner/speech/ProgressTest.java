package dev.tapedeck.runner.speech;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final String BEGIN = "\r\033[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void saysHowFarItHasCome() {
    Progress progress = progress(true);
    progress.show("run", 1, 2);
    progress.show("run", 2, 2);
    progress.clear();
    assertThat(err.toString(UTF_8))
        .isEqualTo(BEGIN + "tapedeck: run 1 of 2 [" + " ".repeat(30) + "]" + BEGIN
            + "tapedeck: run 2 of 2 [" + "=".repeat(15) + " ".repeat(15) + "]" + BEGIN);
  }

  @Test
  void countsWhereTheEndIsOpen() {
    progress(true).show("run", 1234, 0);
    assertThat(err.toString(UTF_8)).isEqualTo(BEGIN + "tapedeck: run 1,234");
  }

  @Test
  void writesNothingWhereNobodyLooks() {
    Progress progress = progress(false);
    progress.show("run", 1, 2);
    progress.clear();
    assertThat(err.size()).isZero();
  }

  private Progress progress(boolean seen) {
    return new Progress(new PrintStream(err, true, UTF_8), seen);
  }
}
