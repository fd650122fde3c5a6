package dev.tapedeck.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a run is put. */
final class RunDirectoryTest {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @TempDir
  Path base;

  @Test
  @DisplayName("By the time it started, in UTC")
  void name() throws Exception {
    Random random = new Random();
    long[] moments = new long[300];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = random.nextLong(4_102_444_800_000L); // to 2100
    }
    moments[0] = Instant.parse("2024-02-29T23:59:59.999Z").toEpochMilli();
    moments[1] = Instant.parse("2100-03-01T00:00:00Z").toEpochMilli();
    moments[2] = 0;
    for (int i = 0; i < moments.length; i++) {
      String time = TIME.format(Instant.ofEpochMilli(moments[i]));
      String day = time.substring(0, 10).replace('-', '/');
      String expected = day + "/run-" + time + "-" + i;
      Path run = RunDirectory.make(base, moments[i], Integer.toString(i));
      assertThat(base.relativize(run).toString()).isEqualTo(expected);
      assertThat(run).isDirectory();
    }
  }

  @Test
  @DisplayName("Run ids are random UUIDs")
  void id() {
    String one = RunDirectory.text(RunDirectory.newRunId(1, 2));
    String other = RunDirectory.text(RunDirectory.newRunId(1, 2));
    assertThat(one).isNotEqualTo(other);
    UUID uuid = UUID.fromString(one);
    assertThat(uuid).hasToString(one);
    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }
}
